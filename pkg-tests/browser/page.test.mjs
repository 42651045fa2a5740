// The page as a person meets it: the example typed field by field into a real Chromium, then the changes of the
// examples, each read back in the words of the page. Nothing may reach the console.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { example } from "../support/corpus.mjs";
import { fill, type } from "../support/fill.mjs";
import { cellsOf, leave, loadExample, visit } from "../support/visit.mjs";
import { skipped } from "./chromium.mjs";

const NAMES = { 200069391: "Lamballe Terre et Mer", 200069409: "Saint-Brieuc Armor Agglomération" };
const ADMISSIBLE = "Rien ne manque au regard de la FAQ";
const INCOMPLETE = "À compléter";

let site, page;
before(async () => {
  if (!skipped) site = await visit();
});
after(() => site?.close());
beforeEach(async () => {
  if (!skipped) page = await site.open();
});
afterEach(() => page && leave(page));

const verdict = () => page.locator(".verdict .word");
const funding = () => page.getByRole("region", { name: "Financement du chef de projet", exact: true });
const step = (rule) => page.locator(`.steps [data-rule="${rule}"]`);
/** The checks at a day inside the call; today it is over. */
const checkAt = (day) => page.getByLabel("Vérifier à la date du").fill(day);
const load = () => loadExample(page);
/** The text of an element once it says `words`. */
async function says(locator, words) {
  await page.waitForFunction(
    ([node, wanted]) => node.textContent.replace(/\s/g, " ").includes(wanted),
    [await locator.elementHandle(), words],
  );
}
/** The cells of a table by its name, with plain spaces. */
async function table(name) {
  const rows = page.getByRole("table", { name }).locator("tbody tr, tfoot tr");
  await rows.first().waitFor();
  return cellsOf(rows);
}

test("the example, typed field by field, is admissible and split to the cent", { skip: skipped }, async () => {
  await fill(page, example(), NAMES);
  await says(verdict(), ADMISSIBLE);
  const [lamballe, saintBrieuc] = await table("Reste à charge par intercommunalité");
  assert.deepEqual(lamballe, ["Lamballe Terre et Mer", "8 831,67 €", "8 831,67 €", "8 831,67 €", "26 495,01 €"]);
  assert.deepEqual(saintBrieuc, ["Saint-Brieuc Armor Agglomération", "19 834,99 €", "19 835,00 €", "19 835,00 €", "59 504,99 €"]);
  const years = await table("Par année");
  assert.deepEqual(years.at(-1), ["Total", "186 000,00 €", "90 000,00 €", "10 000,00 €", "86 000,00 €"]);
  await says(page.locator("#summary"), "125 emplois industriels directs");
  await says(page.locator("#summary"), "hypothèse");
});

test("the example's button gives what typing gives", { skip: skipped }, async () => {
  await load();
  await says(verdict(), ADMISSIBLE);
  assert.equal((await table("Reste à charge par intercommunalité"))[1].at(-1), "59 504,99 €");
});

test("without its second intercommunalité, the reason of a single one is asked", { skip: skipped }, async () => {
  await load();
  await page.locator('[data-path="perimeter.epcis.1"]').getByRole("button", { name: "Retirer" }).click();
  await says(verdict(), INCOMPLETE);
  await step("P5").waitFor();
  await step("F1").waitFor();
  await step("G3").waitFor();
});

test("filed one day late, it is told so and what remains useful with it", { skip: skipped }, async () => {
  await load();
  await type(page, "filed_on", "23/09/2023");
  await says(page.locator(".verdict"), "Calendrier mis à part");
  await says(verdict(), ADMISSIBLE);
  await says(step("C1"), "22 septembre 2023");
});

test("a SIREN being typed is never wrong, a SIREN with a wrong key is", { skip: skipped }, async () => {
  await load();
  await type(page, "perimeter.epcis.0", "20006939");
  await says(verdict(), INCOMPLETE);
  assert.equal(await step("P2").getAttribute("data-tone"), "missing");
  await type(page, "perimeter.epcis.0", "200069392");
  await says(verdict(), "À corriger au regard de la FAQ");
  assert.equal(await step("P2").getAttribute("data-tone"), "wrong");
});

test("without a level, or with a negative cost, there is no plan and the verdict stands", { skip: skipped }, async () => {
  await load();
  await type(page, "chef_de_projet.fragility_level", "");
  await says(funding(), "Pas encore de plan de financement");
  await says(verdict(), ADMISSIBLE);
  await type(page, "chef_de_projet.fragility_level", "level_2");
  await says(funding(), "86 000,00 €");
  await type(page, "chef_de_projet.annual_cost", "-5");
  await says(funding(), "Pas encore de plan de financement");
  await says(page.locator(".entries"), "-5");
  await says(verdict(), ADMISSIBLE);
});

test("an empty form is incomplete inside the call and, after it, apart from the calendar", { skip: skipped }, async () => {
  await checkAt("2023-09-15");
  await says(page.locator(".verdict"), "15 septembre 2023");
  await says(verdict(), INCOMPLETE);
  assert.equal(await page.locator('.steps [data-tone="wrong"]').count(), 0);
  await checkAt("2026-11-22");
  await says(page.locator(".verdict"), "Calendrier mis à part");
  await says(verdict(), INCOMPLETE);
  await says(page.locator(".banner"), "22 septembre 2023");
});

test("what is missing leads to its field", { skip: skipped }, async () => {
  await load();
  await type(page, "perimeter.employment_area", "");
  await step("P7").getByRole("button").click();
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("name")), "perimeter.employment_area");
});

test("an entry to read again is named with its row", { skip: skipped }, async () => {
  await load();
  for (const index of [0, 1]) await type(page, `action_plan.actions.${index}.cost`, "beaucoup");
  await says(page.locator("#summary"), "Action 1, Coût –");
  await says(page.locator("#summary"), "Action 2, Coût –");
  await type(page, "chef_de_projet.months", "deux");
  await says(page.locator("#summary"), "Durée en mois –");
});

test("a field of a whole number says so, with an example that is read", { skip: skipped }, async () => {
  await load();
  for (const path of ["chef_de_projet.months", "action_plan.actions.0.phases", "action_plan.actions.0.jobs"]) {
    const control = page.locator(`[name="${path}"]`);
    const hint = page.locator(`#${await control.getAttribute("aria-describedby")}`);
    const [, example] = /par exemple (\d+)$/.exec((await hint.textContent()).trim());
    await type(page, path, example);
  }
  assert.deepEqual(await page.evaluate(() => document.querySelector("ti-page").report.unreadable), []);
});

test("a click beside the form counts although the field that it leaves then tells something", { skip: skipped }, async () => {
  await load();
  await page.getByLabel("Coût employeur annuel chargé").fill("62000x");
  await page.evaluate(() => scrollTo(0, 0));
  await funding().getByRole("button", { name: "Pour simuler" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("name")), "chef_de_projet.annual_cost");
  await page.getByText("contrôle de la saisie").first().waitFor();
});

test("a press whose release goes elsewhere holds no message back", { skip: skipped }, async () => {
  const cost = page.getByLabel("Coût employeur annuel chargé");
  await cost.fill("62000x");
  await page.evaluate(() => document.querySelector("ti-page").becalm()); // the pause that follows would tell it too
  await page.mouse.down({ button: "right" });
  await cost.press("Tab");
  await page.locator("#part-chef_de_projet-annual_cost .notes").waitFor();
});

test("in English on demand", { skip: skipped }, async () => {
  await load();
  await page.getByRole("button", { name: "English" }).click();
  await says(verdict(), "Nothing is missing with regard to the FAQ");
});

test("« why? » says what the rule asks and cites all its sources", { skip: skipped }, async () => {
  const why = step("P7").locator("details.why");
  await why.locator("summary").click();
  await says(why, "aucun zonage statistique ne lui est opposé");
  await says(why, "le bilan en dépend");
  assert.equal(await why.locator("li").count(), 3);
});

test("what was done is told for a while, and stays while it is pointed at", { skip: skipped }, async () => {
  await page.clock.install();
  await load();
  const told = page.locator(".toast p");
  await told.hover();
  await page.clock.fastForward(60_000);
  assert.equal(await told.count(), 1);
  await page.mouse.move(0, 0);
  await page.clock.fastForward(60_000);
  await told.waitFor({ state: "detached" });
});
