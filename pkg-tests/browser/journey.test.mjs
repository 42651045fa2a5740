// From nothing to « nothing is missing », as a person goes: on a laptop, a tablet and a phone, by mouse and by
// keyboard alone, in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { leave, says, sideways, visit } from "../support/visit.mjs";
import { skipped } from "./chromium.mjs";

const MOST_TABS = 400;

let site;
before(async () => {
  if (!skipped) site = await visit();
});
after(() => site?.close());

const words = {
  fr: { nothingMissing: "Rien ne manque au regard de la FAQ", incomplete: "À compléter", complete: "rien ne manque" },
  en: { nothingMissing: "Nothing is missing with regard to the FAQ", incomplete: "To complete", complete: "nothing missing" },
};

/** What is given, in the order of the page: a field or a control, and what is done there. */
const journey = [
  { at: '.as-of button', press: true },
  { at: "#f-perimeter-epcis", choose: "plérin" },
  { at: "#f-perimeter-epcis", choose: "lamballe terre" },
  { at: '[name="perimeter.employment_area"]', type: "Un bassin d'emploi" },
  { at: '[name="governance.elus.0.name"]', type: "Camille Le Goff" },
  { at: '[name="governance.industriels.0.name"]', type: "Dominique Riou" },
  { at: '[name="governance.letters.0.signatory"]', type: "Camille Le Goff" },
  { at: '[name="governance.letters.0.status"]', option: { value: "signed", keys: "Si" } },
  { at: '[name="action_plan.actions.0.title"]', type: "École de production" },
  { at: '[name="action_plan.actions.0.summary"]', type: "Ouvrir une école" },
  { at: '[name="action_plan.actions.0.priorities"][value="skills"]', tick: true },
];

const byMouse = {
  reach: async (page, at) => page.locator(at).first(),
  press: (page, control) => control.click(),
  tick: (page, control) => control.check(),
  option: (page, control, { value }) => control.selectOption(value),
  type: (page, control, text) => control.fill(text),
  choose: async (page, control, text) => {
    await control.fill(text);
    await page.locator(".search [role=option]").first().click();
  },
};

const byKeyboard = {
  /** Tab after Tab until the focus is there. */
  async reach(page, at) {
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await page.evaluate((at) => document.activeElement.matches(at), at)) return page.locator(":focus");
      await page.keyboard.press("Tab");
    }
    throw new Error(`${at} is not reached by Tab`);
  },
  press: (page) => page.keyboard.press("Enter"),
  tick: (page) => page.keyboard.press("Space"),
  option: (page, _, { keys }) => page.keyboard.type(keys),
  type: (page, _, text) => page.keyboard.insertText(text),
  async choose(page, control, text) {
    await page.keyboard.insertText(text);
    await page.locator(".search [role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
  },
};

const visits = [
  { width: 1280, lang: "fr", hand: byMouse },
  { width: 1280, lang: "en", hand: byKeyboard },
  { width: 768, lang: "en", hand: byMouse },
  { width: 768, lang: "fr", hand: byKeyboard },
  { width: 360, lang: "fr", hand: byMouse },
  { width: 360, lang: "en", hand: byKeyboard },
];

for (const { width, lang, hand } of visits) {
  test(`${width} px, ${lang}, ${hand === byMouse ? "by mouse" : "by keyboard alone"}`, { skip: skipped }, async () => {
    const page = await site.open({ width, query: lang === "en" ? "/?lang=en" : "" });
    const narrow = width < 960;
    const verdict = narrow ? ".bar" : ".verdict .word";
    await says(page, verdict, words[lang].incomplete);
    const deeds = width < 600 ? [{ at: ".unfold", press: true }, ...journey] : journey;
    for (const { at, ...deed } of deeds) {
      const control = await hand.reach(page, at);
      const [[name, given]] = Object.entries(deed);
      await hand[name](page, control, given);
    }
    await says(page, verdict, words[lang].nothingMissing);
    await says(page, narrow ? "nav option[value=perimeter]" : 'nav a[href="#part-perimeter"]', words[lang].complete);
    assert.equal(await page.locator(".totals").textContent().then((text) => /70/.test(text) && /220.922/.test(text)), true);
    if (narrow) {
      const bar = await hand.reach(page, ".bar");
      await hand.press(page, bar);
      await page.locator("#title-summary:focus").waitFor();
      await page.keyboard.press("Escape");
      await page.locator(".bar:focus").waitFor();
    }
    assert.equal(await sideways(page), 0);
    await leave(page);
  });
}

test("what is left to do leads to its field, out of the sheet on a phone", { skip: skipped }, async () => {
  for (const width of [1280, 360]) {
    const page = await site.open({ width });
    if (width < 960) await page.locator(".bar").click();
    await page.locator('.steps [data-rule="P7"] button').click();
    await page.locator('[name="perimeter.employment_area"]:focus').waitFor();
    await leave(page);
  }
});

test("the browser's Back leads from a part to the one before, not out of the page", { skip: skipped }, async () => {
  const page = await site.open();
  const [address] = page.url().split("#");
  await page.locator('[name="territory_name"]').fill("Baie d'Armor");
  for (const part of ["governance", "chef_de_projet", "chef_de_projet"]) {
    await page.locator(`nav a[href="#part-${part}"]`).click();
    await page.locator(`#title-${part}:focus`).waitFor();
  }
  for (const part of ["governance", "territory"]) {
    await page.goBack();
    await page.locator(`nav a[href="#part-${part}"][aria-current=step]`).waitFor();
  }
  assert.equal(page.url(), address);
  assert.equal(await page.locator('[name="territory_name"]').inputValue(), "Baie d'Armor");
  await page.locator('nav a[href="#part-governance"]').click();
  await page.locator("[data-tool=share]").click();
  assert.ok((await page.locator("#share-link").inputValue()).startsWith(`${address}#dossier=`));
  await leave(page);
});

test("nothing is told as wrong before the field is left", { skip: skipped }, async () => {
  const page = await site.open();
  const cost = page.locator('[name="chef_de_projet.annual_cost"]');
  await cost.pressSequentially("-5");
  await says(page, 'nav a[href="#part-chef_de_projet"]', "pas commencé");
  assert.equal(await page.locator('[data-tone="unread"], [data-tone="wrong"], [aria-invalid="true"]').count(), 0);
  await cost.blur();
  await page.locator('[name="chef_de_projet.annual_cost"][aria-invalid="true"]').waitFor();
  await says(page, ".entries", "-5");
  await leave(page);
});

test("look and language are kept", { skip: skipped }, async () => {
  const page = await site.open();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Dark display" }).click();
  await page.getByRole("button", { name: "Very large text" }).click();
  await page.reload();
  await says(page, ".verdict .word", "To complete");
  assert.deepEqual(await page.evaluate(() => ({ ...document.documentElement.dataset })), { textSize: "larger", theme: "dark" });
  await leave(page);
});
