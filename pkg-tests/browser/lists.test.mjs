// What a person does with the lists of the form: nothing typed is lost, and all can be taken back.
import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { type } from "../support/fill.mjs";
import { leave, loadExample, says, sideways, visit } from "../support/visit.mjs";
import { skipped } from "./chromium.mjs";

const LAMBALLE = "200069391";
const SAINT_BRIEUC = "200069409";
const BREST = "242900314";

let site, page;
before(async () => {
  if (!skipped) site = await visit();
});
after(() => site?.close());
beforeEach(async () => {
  if (!skipped) page = await site.open();
});
afterEach(() => page && leave(page));

const example = () => loadExample(page);
const values = (prefix) =>
  page.locator(`input[name^="${prefix}"]`).evaluateAll((inputs) => inputs.map(({ value }) => value));
const until = (name, value) =>
  page.waitForFunction(([name, value]) => document.querySelector(`[name="${name}"]`)?.value === value, [name, value]);
const members = () => values("perimeter.epcis.");
const tools = (path) => page.locator(`[data-path="${path}"] > .row-tools`);
const undo = () => page.locator(".toast").getByRole("button", { name: "Annuler" }).click();
const paste = (text) =>
  page.locator("#f-perimeter-epcis").evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

test("a commune leads to its intercommunalité, loaded on first use", { skip: skipped }, async () => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const search = page.locator("#f-perimeter-epcis");
  await search.focus();
  assert.equal(asked.filter((url) => url.includes("communes")).length, 0);
  await search.fill("ST-QUAY-PORTRIEUX");
  await says(page, "#f-perimeter-epcis-list", "CA Saint-Brieuc Armor Agglomération");
  await says(page, "#f-perimeter-epcis-list", "commune : Saint-Quay-Portrieux");
  await search.press("Enter");
  await until("perimeter.epcis.0", SAINT_BRIEUC);
});

test("each way to look for an intercommunalité finds it", { skip: skipped }, async () => {
  const ways = { nom: "lamballe terre et mer", SIREN: "200 069 391", département: "côtes-d'armor", commune: "Moncontour" };
  for (const [way, text] of Object.entries(ways)) {
    await page.locator("#f-perimeter-epcis").fill(text);
    await page
      .locator(".search [role=option]", { hasText: "Lamballe Terre et Mer" })
      .first()
      .waitFor()
      .catch(() => assert.fail(`not found by ${way}: ${text}`));
  }
});

test("a list of SIREN is pasted at once, those that are there once only", { skip: skipped }, async () => {
  await paste(`${LAMBALLE}\n200 069 409 ; ${BREST}, ${LAMBALLE}`);
  await says(page, ".totals", "3 membres");
  await paste(`${BREST} ${SAINT_BRIEUC}`);
  await says(page, ".toast", "ajoutées : 0 ; déjà présentes : 2");
  assert.deepEqual(await members(), [LAMBALLE, SAINT_BRIEUC, BREST]);
});

test("a SIREN and the SIRET of its seat, pasted together, are one intercommunalité", { skip: skipped }, async () => {
  await paste("200068450 / 20006845000012 / 200068450");
  await says(page, ".toast", "ajoutées : 1 ; déjà présentes : 2");
  assert.deepEqual(await members(), ["200068450"]);
});

test("Tab goes on to the next control with the list open", { skip: skipped }, async () => {
  for (const [picker, next] of [["#f-perimeter-epcis", "f-perimeter-employment_area"], ["#f-applicant-epci", "f-applicant-contact_name"]]) {
    await page.locator(picker).fill("saint");
    await page.locator(`${picker}-list [role=option]`).nth(9).waitFor();
    await page.locator(picker).press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), next);
  }
});

test("a name that begins with a ligature is found and shown by it", { skip: skipped }, async () => {
  for (const typed of ["oeting", "œting", "Œting"]) {
    await page.locator("#f-perimeter-epcis").fill("");
    await page.locator("#f-perimeter-epcis").fill(typed);
    await says(page, "#f-perimeter-epcis-list", "commune : Œting");
  }
});

test("a SIREN that was mistyped is told so beside its member", { skip: skipped }, async () => {
  const search = page.locator("#f-perimeter-epcis");
  await search.fill("200069392");
  await search.blur();
  await says(page, '[data-path="perimeter.epcis.0"] .note[data-tone="wrong"]', "la clé du SIREN");
  assert.equal(await page.locator(".totals").count(), 0);
});

test("where the directory does not know a member, the opinion about it can be that of any région", { skip: skipped }, async () => {
  await paste(`${LAMBALLE} 356000000`);
  await type(page, "kind", "amendment");
  await page.locator('[data-path="perimeter.opinions"] button.add').click();
  const regions = page.locator('[name="perimeter.opinions.0.region"] option:not([value=""])');
  await until("perimeter.opinions.0.region", "");
  const offered = await regions.allTextContents();
  assert.equal(offered.length, 18);
  assert.deepEqual([offered[0], offered.at(-1)], ["Auvergne-Rhône-Alpes", "Provence-Alpes-Côte d'Azur"]);
  await tools("perimeter.epcis.1").getByRole("button", { name: "Retirer" }).click();
  await page.waitForFunction(() => document.querySelectorAll('[name="perimeter.opinions.0.region"] option').length === 2);
  assert.deepEqual(await regions.allTextContents(), ["Bretagne"]);
});

test("the weights of the split follow their members", { skip: skipped }, async () => {
  await example();
  await paste(`${BREST} ${SAINT_BRIEUC}`);
  await page.locator('[name="chef_de_projet.split.weights.2"]').waitFor({ state: "attached" });
  for (const [index, weight] of ["2", "3", "5"].entries()) await type(page, `chef_de_projet.split.weights.${index}`, weight);
  const weights = () => values("chef_de_projet.split.weights.");
  await tools("perimeter.epcis.0").getByRole("button", { name: "Descendre" }).click();
  await until("chef_de_projet.split.weights.0", "3");
  assert.deepEqual([await members(), await weights()], [[SAINT_BRIEUC, LAMBALLE, BREST], ["3", "2", "5"]]);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.by), "1", "the focus stays on the button");
  await tools("perimeter.epcis.0").getByRole("button", { name: "Retirer" }).click();
  await until("chef_de_projet.split.weights.0", "2");
  await undo();
  await until("chef_de_projet.split.weights.0", "3");
  assert.deepEqual([await members(), await weights()], [[SAINT_BRIEUC, LAMBALLE, BREST], ["3", "2", "5"]]);
});

test("an action is duplicated, moved, removed and taken back whole", { skip: skipped }, async () => {
  await example();
  const title = (index) => `action_plan.actions.${index}.title`;
  const titles = () => page.locator('[name^="action_plan.actions."][name$=".title"]').evaluateAll((all) => all.map(({ value }) => value));
  const before = await titles();
  await tools("action_plan.actions.0").getByRole("button", { name: "Dupliquer" }).click();
  await until(title(1), before[0]);
  await page.locator(`[name="${title(1)}"]:focus`).waitFor();
  await page.keyboard.type(" bis");
  const priorities = (index) =>
    page.locator(`[name="action_plan.actions.${index}.priorities"]:checked`).evaluateAll((all) => all.map(({ value }) => value));
  assert.deepEqual(await priorities(1), await priorities(0));
  await tools("action_plan.actions.1").getByRole("button", { name: "Monter" }).click();
  await until(title(1), before[0]);
  const [first] = await titles();
  assert.ok(first.includes(" bis"), first);
  await tools("action_plan.actions.0").getByRole("button", { name: "Retirer" }).click();
  await until(title(0), before[0]);
  await undo();
  await until(title(0), first);
  assert.deepEqual(await priorities(0), await priorities(1));
  await says(page, ".verdict .word", "Rien ne manque");
});

test("beside an action: its fiche, the offers that fit, its place before the end of the programme", { skip: skipped }, async () => {
  await example();
  await says(page, '[data-path="action_plan.actions.0"] .fiche', "6 éléments sur 6");
  await says(page, '[data-path="action_plan.actions.0"] .offers', "écoles de production");
  await type(page, "action_plan.actions.0.lead", "");
  await says(page, '[data-path="action_plan.actions.0"] .fiche', "manquent : porteur");
  await type(page, "action_plan.actions.0.end", "03/2028");
  await says(page, ".timeline", "mars 2028 – au-delà de la fin du programme");
  await says(page, ".timeline li:first-child", "Action 1");
  await says(page, ".timeline li:first-child", "mars 2028");
  assert.equal(await page.locator(".timeline .beyond").count(), 1);
  await tools("action_plan.actions.0").getByRole("button", { name: "Descendre" }).click();
  await says(page, ".timeline li:nth-child(2)", "mars 2028");
  for (const unread of ["12.2027", "2027-1", "01/2127"]) {
    await type(page, "action_plan.actions.1.end", "03/2028");
    await says(page, ".timeline li:nth-child(2)", "mars 2028");
    await type(page, "action_plan.actions.1.end", unread);
    await page.locator(".timeline li", { hasText: "Action 2" }).waitFor({ state: "detached" });
  }
});

test("each bar of the calendar bears the number of its action, on a phone too", { skip: skipped }, async () => {
  const narrow = await site.open({ width: 360 });
  await loadExample(narrow);
  await narrow.locator('[data-path="action_plan.actions"] > .add').click();
  await narrow.locator('[data-path="action_plan.actions.2"]').waitFor();
  await type(narrow, "action_plan.actions.1.end", "");
  await type(narrow, "action_plan.actions.2.start", "01/2024");
  await type(narrow, "action_plan.actions.2.end", "02/2024");
  await says(narrow, ".timeline li:nth-child(2)", "Action 3");
  const bars = await narrow.locator(".timeline svg").evaluate((svg) => {
    const boxes = (selector) => [...svg.querySelectorAll(selector)].map((node) => [node.textContent, node.getBoundingClientRect()]);
    const rows = boxes("rect");
    return boxes("text.number").map(([text, box], at) => {
      const bar = rows[at][1];
      return { text, besides: box.right <= bar.left, level: box.bottom > bar.top && box.top < bar.bottom, inside: box.left >= 0, high: box.height > 10 };
    });
  });
  const readable = { besides: true, level: true, inside: true, high: true };
  assert.deepEqual(bars, [{ text: "1", ...readable }, { text: "3", ...readable }]);
  assert.equal(await sideways(narrow), 0);
  await leave(narrow);
});

test("an opinion keeps its région although its members go, its row moves, and they come back", { skip: skipped }, async () => {
  const ARGENTAN = "200068450"; // Normandie
  const GRENOBLE = "200040715"; // Auvergne-Rhône-Alpes
  const region = (index) => page.locator(`[name="perimeter.opinions.${index}.region"]`);
  const stands = (index) => region(index).evaluate((select) => [select.value, select.selectedOptions[0].textContent.trim()]);
  await page.locator("details:has([data-path='perimeter.opinions']) > summary").click();
  const add = page.locator('[data-path="perimeter.opinions"] > .add');
  await paste(`${SAINT_BRIEUC} ${ARGENTAN} ${GRENOBLE}`);
  for (const [index, code] of ["28", "84"].entries()) {
    await add.click();
    await type(page, `perimeter.opinions.${index}.region`, code);
  }
  const remove = () => tools("perimeter.epcis.1").getByRole("button", { name: "Retirer" }).click();
  await remove();
  await remove();
  await page.waitForFunction(() => document.querySelectorAll('[name^="perimeter.epcis."]').length === 1);
  await says(page, '[name="perimeter.opinions.1.region"]', "Auvergne-Rhône-Alpes (hors du périmètre)");
  assert.deepEqual([await stands(0), await stands(1)], [["28", "Normandie (hors du périmètre)"], ["84", "Auvergne-Rhône-Alpes (hors du périmètre)"]]);
  await tools("perimeter.opinions.0").getByRole("button", { name: "Descendre" }).click();
  await until("perimeter.opinions.0.region", "84");
  assert.equal((await stands(1))[0], "28");
  await paste(`${GRENOBLE} ${ARGENTAN}`);
  await until("perimeter.epcis.2", ARGENTAN);
  await page.waitForFunction(() => !document.querySelector('[data-path="perimeter.opinions"]').textContent.includes("hors du périmètre"));
  assert.deepEqual([await stands(0), await stands(1)], [["84", "Auvergne-Rhône-Alpes"], ["28", "Normandie"]]);
  await tools("perimeter.epcis.2").getByRole("button", { name: "Retirer" }).click();
  await undo();
  await until("perimeter.epcis.2", ARGENTAN);
  await tools("perimeter.opinions.0").getByRole("button", { name: "Retirer" }).click();
  await until("perimeter.opinions.0.region", "28");
  await undo();
  await until("perimeter.opinions.0.region", "84");
  assert.deepEqual([await stands(0), await stands(1)], [["84", "Auvergne-Rhône-Alpes"], ["28", "Normandie"]]);
});

test("what was cleared comes back", { skip: skipped }, async () => {
  await example();
  await page.getByRole("button", { name: "Effacer tout" }).click();
  await until("territory_name", "");
  await undo();
  await until("perimeter.epcis.1", SAINT_BRIEUC);
  assert.match(await page.locator(":focus").innerText(), /Effacer tout/, "the focus is not lost");
  await says(page, ".verdict .word", "Rien ne manque");
});
