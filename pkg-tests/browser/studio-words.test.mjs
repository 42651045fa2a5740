// What the studio says is plain and well set in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { leave, loadExample, visit } from "../support/visit.mjs";
import { skipped } from "./chromium.mjs";

let site;
before(async () => {
  if (!skipped) site = await visit();
});
after(() => site?.close());

async function openStudio(query = "") {
  const page = await site.open({ query });
  await loadExample(page);
  await page.locator("#plan").scrollIntoViewIfNeeded();
  await page.locator("ti-curve svg").waitFor();
  return page;
}

/** Every text of the studio, seen or told, in which a pattern is found. */
const textsWith = (page, pattern) =>
  page.locator("#plan").evaluate((plan, pattern) => {
    const texts = [...plan.querySelectorAll("*")].flatMap((node) => {
      // The parts of a template are one text on the page.
      const own = [...node.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join("");
      return [own, node.ariaLabel ?? "", node.getAttribute("aria-valuetext") ?? ""];
    });
    return [texts.length, texts.filter((text) => new RegExp(pattern).test(text))];
  }, pattern.source);

const SET = {
  // A high sign and the inside of « » are apart, by a space that does not break.
  fr: /[^\s\u00a0\u202f][:;?!»]|[^\u00a0\u202f\S][:;?!»]|«[^\u00a0\u202f]/,
  en: /\s[:;?!]|[«»]/,
};
for (const [lang, wrong] of Object.entries(SET)) {
  test(`signs are set as in the language: ${lang}`, { skip: skipped }, async () => {
    const page = await openStudio(`?lang=${lang}`);
    await page.locator("#budget").fill("30 000");
    await page.locator("[data-solved=months] button").waitFor();
    await page.locator(".own-scale summary").click();
    await page.locator('table[aria-labelledby="title-years"] button.amount').first().click();
    await page.locator("#plan .why li").first().waitFor();
    const [count, found] = await textsWith(page, wrong);
    assert.ok(count > 100);
    assert.deepEqual(found, []);
    await leave(page);
  });
}
