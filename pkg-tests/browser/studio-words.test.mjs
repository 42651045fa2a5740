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

test("a plan that waits for the amount of another funder says so in the panel, in the studio and on paper", { skip: skipped }, async () => {
  const page = await openStudio();
  await page.locator(`[name="chef_de_projet.other_funding.0.amount"]`).fill("");
  await page.locator("ti-curve svg").waitFor({ state: "detached" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  for (const place of ["#summary", "#plan", "#sheet"]) {
    const reasons = await page.locator(`${place} p:has-text("Pas encore de plan") + ul li`).allTextContents();
    assert.deepEqual(reasons.map((text) => text.replace(/\s+/g, " ").trim().split(".")[0]), ["Autre financeur n° 1 : indiquez le montant"], place);
  }
  await leave(page);
});

test("a post with more funding than it costs is told plainly", { skip: skipped }, async () => {
  const page = await openStudio();
  const amount = page.locator(`[name="chef_de_projet.other_funding.0.amount"]`);
  await amount.fill("250 000");
  await page.locator("ti-curve svg").waitFor({ state: "detached" });
  const texts = async (selector) => (await page.locator(selector).allTextContents()).map((text) => text.replace(/\s+/g, " ").trim());
  // Who is named beside the bars is drawn in them.
  assert.deepEqual(await texts("ti-bars .lead + text"), ["État"]);
  assert.doesNotMatch(await page.locator("ti-bars desc").textContent(), /Région Bretagne/);
  assert.match((await texts("ti-bars > p"))[0], /dépassent de 154 000,00 € le coût : seule la part de l'État/);
  assert.match((await texts('table[aria-labelledby="title-years"] tfoot'))[0], /Total 186 000,00 € 90 000,00 € 250 000,00 € –/);
  assert.equal(await page.getByText("ceux des autres financeurs ne sont pas répartis par année").count(), 1);
  assert.match((await texts("ti-levels tr.yours"))[0], /154 000,00 € de trop/);
  // No heading stands alone, and what can be asked for is answered.
  const alone = await page.locator("#plan :is(h2, h3)").evaluateAll((all) => all.filter((heading) => !heading.nextElementSibling || heading.nextElementSibling.matches("h2, h3")).map(({ innerText }) => innerText));
  assert.deepEqual(alone, []);
  assert.match((await texts("ti-curve"))[0], /Jusqu'à 100 000,00 € par an au moins, les financements dépassent le coût/);
  await page.locator('table[aria-labelledby="title-funders"] tbody button.amount').click();
  await page.locator("#plan .why li").first().waitFor();
  assert.match((await texts("#plan .why li"))[0], /dépassent le coût/);
  // The curve begins where something is left to pay.
  await amount.fill("120 000");
  await page.locator("ti-curve svg").waitFor();
  assert.match((await texts("ti-curve > p"))[0], /^Jusqu'à 65 000,00 €/);
  // Both lines end at the same place there: each has its name.
  const apart = await page.locator("ti-curve svg").evaluate((plot) => {
    const [one, other] = [...plot.querySelectorAll(".curve.local ~ text.direct")].map((text) => text.getBoundingClientRect());
    return one.bottom <= other.top + 2 || other.bottom <= one.top + 2;
  });
  assert.ok(apart, "the names of the lines are apart");
  await amount.fill("10 000");
  await page.locator("ti-curve > p").waitFor({ state: "detached" });
  await leave(page);
});
