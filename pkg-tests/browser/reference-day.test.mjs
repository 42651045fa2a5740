// The day at which the dossier is checked: it is kept as the language is, seen as chosen, and refused aloud.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { leave, loadExample, says, visit } from "../support/visit.mjs";
import { skipped } from "./chromium.mjs";

let site;
before(async () => {
  if (!skipped) site = await visit();
});
after(() => site?.close());

const reload = async (page) => {
  await page.reload();
  await page.locator(".verdict .word").waitFor({ state: "attached" });
  // What was still being loaded when the page was left.
  page.told = page.told.filter((line) => !line.startsWith("not loaded"));
};

test("the day that was chosen holds after a reload, on the panel and on paper, until today is asked for", { skip: skipped }, async () => {
  const page = await site.open();
  await page.locator("#as-of").fill("2023-06-01");
  await says(page, ".verdict", "Situation au 1er juin 2023");
  await reload(page);
  await says(page, ".verdict", "Situation au 1er juin 2023");
  assert.equal(await page.locator("#as-of").inputValue(), "2023-06-01");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await says(page, "#sheet", "1er juin 2023");
  await page.getByRole("button", { name: "Revenir à aujourd'hui" }).click();
  await reload(page);
  assert.equal(await page.locator("#as-of").inputValue(), "");
  assert.equal(await page.getByText("1er juin 2023").count(), 0);
  await leave(page);
});

test("on a phone, a day chosen earlier is in sight", { skip: skipped }, async () => {
  const page = await site.open({ width: 360, height: 640 });
  await page.locator(".unfold").click();
  await page.locator("#as-of").fill("2023-09-15");
  await says(page, ".verdict", "15 septembre 2023");
  await reload(page);
  await page.locator("#as-of").waitFor({ state: "visible" });
  await loadExample(page);
  await says(page, ".verdict", "15 septembre 2023");
  await leave(page);
});

test("a day that is not kept by the page itself counts for nothing", { skip: skipped }, async () => {
  const page = await site.open();
  for (const kept of ["1999-12-31", "2023-02-31", "<b>", ""]) {
    await page.evaluate((kept) => localStorage.setItem("territoires-industrie.day", kept), kept);
    await reload(page);
    assert.equal(await page.locator("#as-of").inputValue(), "", kept);
  }
  await leave(page);
});

test("a day that cannot be checked at is told beside its field, with the days that can", { skip: skipped }, async () => {
  const page = await site.open();
  const day = page.locator("#as-of");
  await day.fill("2023-09-15");
  await says(page, ".verdict", "15 septembre 2023");
  for (const wrong of ["1999-12-31", "0001-01-01"]) {
    await day.fill(wrong);
    await day.blur();
    await says(page, "#as-of-wrong", "entre le 01/01/2000 et le 31/12/2099");
    await says(page, "#as-of-wrong", "15/09/2023");
    assert.deepEqual(await day.evaluate((input) => [input.getAttribute("aria-invalid"), input.getAttribute("aria-describedby"), input.value]), ["true", "as-of-wrong", wrong]);
  }
  await page.getByRole("button", { name: "Revenir à aujourd'hui" }).click();
  await page.locator("#as-of-wrong").waitFor({ state: "detached" });
  assert.equal(await day.inputValue(), "");
  await leave(page);
});
