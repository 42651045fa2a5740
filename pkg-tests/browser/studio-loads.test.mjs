// What was typed in the studio is about one dossier: it does not outlive it, nor what it was about.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { example } from "../support/corpus.mjs";
import { evaluate } from "../support/package.mjs";
import { eventually, leave, loadExample, openStudio, visit } from "../support/visit.mjs";
import { skipped } from "./chromium.mjs";

const POST = "chef_de_projet";

let site, page;
before(async () => {
  if (!skipped) site = await visit();
});
after(() => site?.close());
beforeEach(async () => {
  if (skipped) return;
  page = await openStudio(site);
});
afterEach(() => page && leave(page));

const tool = (name) => page.locator(`[data-tool=${name}]`);
const own = (name) => page.locator(`[data-own=${name}]`);
const clear = () => page.locator("header").getByRole("button", { name: "Effacer tout" }).click();
const open = (dossier) =>
  page.locator("#open-file").setInputFiles({ name: "dossier.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(dossier)) });
const level = (more) => ({ id: "a", label: { fr: "A", en: "A" }, rate: 5000, ceiling: 45000, ceiling_on: "grant", ceiling_period: "year", ceiling_follows_working_time: true, ...more });
/** The example under a scale of its own. */
const withScale = (levels, chosen = levels[0].id) => {
  const scale = { id: "ours", label: { fr: "Convention", en: "Convention" }, status: "custom", source: { document: "x", section: null }, valid_from: null, valid_to: null, max_months: null, levels };
  const dossier = example();
  return { ...dossier, [POST]: { ...dossier[POST], scale, fragility_level: chosen } };
};
/** What the fields of the person's own scale say. */
const fields = () =>
  page.locator("ti-own-scale").evaluate((part) => [
    part.querySelector("#own-rate").value,
    part.querySelector("#own-ceiling").value,
    part.querySelector("[name=own-period]:checked").value,
    part.querySelector("[name=own-follows]").checked,
  ]);
const NOTHING = ["", "", "year", true];
/** What the State pays in all, as the tables say it. */
const grant = async () => (await page.locator('table[aria-labelledby="title-years"] tfoot td').nth(1).innerText()).replace(/[\s€]/g, "").replace(",", ".");
const grantOf = (dossier) => evaluate(dossier, { day: "2023-09-15" }).funding.totals.grant;
async function useOwn(rate, ceiling) {
  if (!(await page.locator(".own-scale").evaluate(({ open }) => open))) await page.locator(".own-scale summary").click();
  await page.locator("#own-rate").fill(rate);
  await page.locator("#own-ceiling").fill(ceiling);
  await page.locator("[name=own-period][value=total]").check();
  await page.locator("[name=own-follows]").uncheck();
  await own("apply").click();
  await own("back").waitFor();
}

test("the fields of the own scale say the scale in force, whatever is loaded, undone or done again", { skip: skipped }, async () => {
  await useOwn("61 %", "20 000");
  await eventually(grant, "20000.00");
  await page.waitForTimeout(600); // a step of the history
  const levels = [level(), level({ id: "b", rate: 6250, ceiling: "30000.50", ceiling_on: "base", ceiling_period: "total", ceiling_follows_working_time: false })];
  for (const [dossier, shown] of [
    [withScale([levels[0]]), ["50", "45000", "year", true]],
    [withScale(levels, "b"), ["62,5", "30000,50", "total", false]],
    [withScale([{ id: "one", rate: 7250 }]), ["72,5", "", "year", true]],
  ]) {
    await open(dossier);
    await eventually(fields, shown);
    await eventually(grant, grantOf(dossier));
    // To compute with what the fields say changes nothing.
    await own("apply").click();
    await page.waitForTimeout(600);
    assert.deepEqual([await grant(), await fields()], [grantOf(dossier), shown]);
  }
  await open(example());
  await eventually(fields, NOTHING);
  // A step is done once its dossier is loaded and the page has been painted with it.
  const step = async (name) => {
    await page.waitForFunction(() => !document.querySelector("ti-keep").loading);
    await page.evaluate(() => document.querySelector("ti-keep").updateComplete);
    if ((await tool(name).getAttribute("aria-disabled")) === "true") return false;
    await tool(name).click();
    return true;
  };
  while (await step("undo"));
  await eventually(fields, NOTHING);
  for (const name of ["redo", "redo"]) assert.ok(await step(name));
  await eventually(async () => (await fields())[0], "61");
  assert.deepEqual(await fields(), ["61", "20 000", "total", false]);
});

test("a rate that is typed and not in force is gone with its dossier", { skip: skipped }, async () => {
  await page.locator(".own-scale summary").click();
  await page.locator("#own-rate").fill("120");
  await own("apply").click();
  await page.getByText("Taux non lu.").waitFor();
  await open(example());
  await eventually(fields, NOTHING);
  await page.getByText("Taux non lu.").waitFor({ state: "detached" });
});

test("back from a scale that was loaded, no level is chosen", { skip: skipped }, async () => {
  await useOwn("61", "20 000");
  await open(withScale([level()]));
  await eventually(grant, grantOf(withScale([level()])));
  await own("back").click();
  await own("back").waitFor({ state: "detached" });
  await eventually(() => page.locator(`[name="${POST}.fragility_level"] option`).count(), 4);
  assert.equal(await page.locator(`[name="${POST}.fragility_level"]`).inputValue(), "");
});

test("the way back from the own scale leaves the focus beside it", { skip: skipped }, async () => {
  await useOwn("61", "20 000");
  await own("back").focus();
  await page.keyboard.press("Enter");
  await own("back").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.matches(".own-scale > summary")), true);
});

test("a budget is told applied while the form holds it, and is gone with its dossier", { skip: skipped }, async () => {
  const applied = page.getByText("Appliqué au formulaire.");
  const apply = (unknown) => page.locator(`[data-solved=${unknown}]`).getByRole("button").click();
  for (const [unknown, other] of [["annual_cost", "99 000"], ["months", "40"]]) {
    await page.locator("#budget").fill("30 000");
    await apply(unknown);
    await applied.waitFor();
    await page.waitForTimeout(600); // the plan follows
    assert.ok(await applied.isVisible());
    await page.locator(`[name="${POST}.${unknown}"]`).fill(other);
    await applied.waitFor({ state: "detached" });
    assert.equal(await page.locator("#budget").inputValue(), "30 000");
  }
  await apply("months");
  await applied.waitFor();
  await open(example());
  await applied.waitFor({ state: "detached" });
  await eventually(() => page.locator("#budget").inputValue(), "");
  await page.locator("#budget").fill("30 000");
  await clear();
  await page.locator("#budget").waitFor({ state: "detached" });
  await loadExample(page);
  await eventually(() => page.locator("#budget").inputValue(), "");
});
