// What the page says of one, of none and of many, in French and in English.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { buildSync } from "esbuild";
import { root } from "../support/corpus.mjs";
import { type } from "../support/fill.mjs";
import { leave, loadExample, says, visit } from "../support/visit.mjs";
import { skipped } from "./chromium.mjs";

let site;
before(async () => {
  if (!skipped) site = await visit();
});
after(() => site?.close());

const english = (page) => page.getByRole("button", { name: "English" }).click();

test("the words agree with their number", { skip: skipped }, async () => {
  const page = await site.open();
  const jobs = (told) => says(page, "#summary", told);
  await type(page, "action_plan.actions.0.jobs", "1");
  await jobs("1 emploi industriel direct attendu.");
  await type(page, "action_plan.actions.0.jobs", "0");
  await jobs("0 emploi industriel direct attendu.");
  await type(page, "action_plan.actions.0.jobs", "1250");
  await jobs("1 250 emplois industriels directs attendus.");
  await english(page);
  await jobs("1,250 direct industrial jobs expected.");
  await type(page, "action_plan.actions.0.jobs", "1");
  await jobs("1 direct industrial job expected.");
  await type(page, "action_plan.actions.0.jobs", "0");
  await jobs("0 direct industrial jobs expected.");
  await leave(page);
});

test("French punctuation never starts a line, and English has no space before it", { skip: skipped }, async () => {
  const page = await site.open();
  await loadExample(page);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const loose = (pattern) =>
    page.evaluate((pattern) => {
      const texts = [...document.querySelectorAll("main :not(textarea), #sheet *")].flatMap(({ childNodes }) =>
        [...childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data),
      );
      return [...new Set(texts.filter((text) => new RegExp(pattern, "u").test(text)))];
    }, pattern);
  const colon = async () => {
    await page.emulateMedia({ media: "print" });
    const content = await page.locator("#sheet dt").first().evaluate((node) => getComputedStyle(node, "::after").content);
    await page.emulateMedia({ media: "screen" });
    return content;
  };
  assert.deepEqual(await loose("« | [:;?!%»]"), []);
  assert.equal(await colon(), '"\u00a0:"');
  await english(page);
  await says(page, ".verdict .word", "Nothing is missing");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await says(page, "#sheet h1", "Indicative simulation");
  assert.deepEqual(await loose("[\\s\u00a0][:;?!]"), []);
  assert.equal(await colon(), '":"');
  await leave(page);
});

test("a long text without a space stays on its sheet of paper", { skip: skipped }, async () => {
  const page = await site.open({ width: 680 }); // 180 mm, what the margins leave of A4
  await loadExample(page);
  for (const name of ["territory_name", "chef_de_projet.other_funding.0.funder", "governance.letters.0.signatory"]) await type(page, name, "x".repeat(210));
  await type(page, "governance.letters.0.status", "to_sign");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await says(page, "#sheet dd", "xxx");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
  await leave(page);
});

/** The texts of what follows a heading of the paper. */
const onPaper = async (page, heading) => {
  await page.evaluate(() => document.querySelector("ti-page").becalm());
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const texts = await page.locator(`#sheet :is(h2, h3):text-is("${heading}") + ul li`).allTextContents();
  return texts.map((text) => text.replace(/\s+/g, " ").trim());
};

test("paper lists the signed letters to attach and those still to sign, and none that was declined", { skip: skipped }, async () => {
  const page = await site.open();
  await loadExample(page);
  const letters = async () => (await onPaper(page, "Reste à faire et à joindre")).filter((text) => text.startsWith("Lettre"));
  const [signed, other] = ["Lettre – Élue A, Saint-Brieuc Armor Agglomération : Signée, à joindre", "Lettre – Industriel B, Fonderie C : "];
  assert.deepEqual(await letters(), [signed, `${other}Signée, à joindre`]);
  await type(page, "governance.letters.1.status", "to_sign");
  assert.deepEqual(await letters(), [signed, `${other}À signer`]);
  await type(page, "governance.letters.1.status", "declined");
  assert.deepEqual(await letters(), [signed]);
  await type(page, "kind", "amendment");
  assert.deepEqual(await letters(), [], "letters are for applications");
  await leave(page);
});

test("paper says what was not read and what was read otherwise, each with its row", { skip: skipped }, async () => {
  const page = await site.open();
  await loadExample(page);
  await type(page, "action_plan.actions.0.cost", "1,2 M€");
  const elu = page.locator('[data-path="governance.elus.0.epci"] [role=combobox]');
  await elu.fill("20006940900012");
  await elu.blur();
  await type(page, "filed_on", "hier");
  const unread = await onPaper(page, "Saisies à relire");
  const starts = ["Date de dépôt – ", "Action 1, Coût – "];
  assert.deepEqual(unread.map((text, at) => text.slice(0, starts[at]?.length)), starts);
  assert.match(unread[1], /Saisi : « 1,2 M€ »\.$/);
  const [read] = await onPaper(page, "Saisies interprétées");
  assert.match(read, /^Élu 1, .* – .*Saisi : « 20006940900012 »\. Lu : « 200069409 »\.$/);
  await leave(page);
});

test("what was done is told in the language of the page, also after a change of it", { skip: skipped }, async () => {
  const page = await site.open();
  await loadExample(page);
  await page.locator('[data-path="governance.letters.1"] > .row-tools').getByRole("button", { name: "Retirer" }).click();
  await says(page, ".toast", "Supprimé : Lettre 2.");
  await english(page);
  await says(page, ".toast", "Removed: Letter 2.");
  await leave(page);
});

test("the amounts that the English page gives as examples are read", { skip: skipped }, async () => {
  const page = await site.open({ query: "/?lang=en" });
  const hint = await page.locator("#h-chef_de_projet-annual_cost").textContent();
  assert.doesNotMatch(hint, /\d,\d/, "a comma would be read as the French do");
  const [amount] = /\d[\d .,\u00a0]*\d/.exec(hint);
  await type(page, "chef_de_projet.annual_cost", amount);
  const read = () => page.evaluate(() => document.querySelector("ti-page").report.unreadable.map(({ field }) => field));
  assert.deepEqual(await read(), [], hint);
  const share = await page.locator("#h-chef_de_projet-working_time").textContent();
  for (const one of share.split(/, | or /)) {
    await type(page, "chef_de_projet.working_time", one);
    assert.deepEqual(await read(), [], one);
  }
  await leave(page);
});

test("paper says whether it is an application or an amendment", { skip: skipped }, async () => {
  const page = await site.open();
  await loadExample(page);
  for (const [kind, told] of [["application", "Candidature"], ["amendment", "Modification d'un périmètre ou d'une gouvernance labellisés"]]) {
    await type(page, "kind", kind);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await says(page, "#sheet dl", `Nature de la demande${told}`);
  }
  await leave(page);
});

test("letters are drafted for those who still have to sign; when nobody is left, and for an amendment, it says so", { skip: skipped }, async () => {
  const page = await site.open();
  await loadExample(page);
  await page.locator("summary", { hasText: "Documents" }).click();
  await says(page, ".hand", "Plus de lettre à faire signer : chaque signataire nommé a signé ou décliné.");
  const button = page.getByRole("button", { name: /Lettres d'intention/ });
  assert.equal(await button.count(), 0);
  await type(page, "governance.letters.0.status", "to_sign");
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const draft = readFileSync(await download.path(), "utf8");
  assert.equal(draft.split("BROUILLON").length - 1, 1);
  assert.match(draft, /\nÉlue A\nélue\nSaint-Brieuc Armor Agglomération\n/);
  assert.match(draft, /programme Territoires d'industrie 2023-2027 /);
  await type(page, "kind", "amendment");
  await says(page, ".hand", "La lettre d'intention concerne les candidatures.");
  assert.equal(await button.count(), 0);
  await leave(page);
});

test("the draft of a letter elides nothing, whatever the names", { skip: skipped }, async () => {
  const page = await site.open();
  await type(page, "territory_name", "Argentan");
  await page.locator("#f-perimeter-epcis").fill("200069391");
  await page.locator("#f-perimeter-epcis").press("Enter");
  await page.locator('[name="perimeter.epcis.0"]').waitFor();
  const draft = async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /Lettres d'intention/ }).click()]);
    return readFileSync(await download.path(), "utf8").replace(/\s+/g, " ");
  };
  await page.locator("summary", { hasText: "Documents" }).click();
  const alone = await draft();
  assert.doesNotMatch(alone, /\bde (Argentan|\[)/);
  assert.match(alone, /Intercommunalité membre : CA Lamballe Terre et Mer\./);
  await page.locator("#f-perimeter-epcis").fill("200069409");
  await page.locator("#f-perimeter-epcis").press("Enter");
  await page.locator('[name="perimeter.epcis.1"]').waitFor();
  assert.match(await draft(), /Intercommunalités membres : CA Lamballe Terre et Mer, CA Saint-Brieuc Armor Agglomération\./);
  await leave(page);
});

test("a year is told with its months, and with those of them that are cofinanced", { skip: skipped }, async () => {
  const page = await site.open();
  await loadExample(page);
  await type(page, "chef_de_projet.start", "01/12/2025");
  const told = (year) =>
    page.waitForFunction((year) => [...document.querySelectorAll("#plan tbody th")].some((th) => th.textContent.replace(/\s+/g, " ") === year), year);
  await told("202811 mois, dont 0 cofinancé");
  await english(page);
  await told("20251 month");
  await told("202811 months, 0 of them cofinanced");
  await leave(page);
});

test("page and elements call verdicts, statuses and the disclaimer as the engine does", async () => {
  const load = async (path) => {
    const { outputFiles } = buildSync({ entryPoints: [root(path)], bundle: true, write: false, format: "esm" });
    return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  };
  const engine = ["report", "steps"].map((file) => readFileSync(root(`src/messages/${file}.rs`), "utf8")).join("");
  // Each stands as a pair, wherever its line was cut.
  const plain = engine
    .replace(/\\\n\s*/g, "")
    .replaceAll("\\u{a0}", "\u00a0")
    .replace(/=> \{\s*\[/g, "=> [")
    .replace(/([[,])\s+"/g, '$1"');
  const { page, statuses, verdicts } = await load("www/src/i18n/page.ts");
  const elements = await load("www/elements/words.ts");
  const { admissible, incomplete, inadmissible, disclaimer } = elements.words;
  const ofPage = { Verdict: verdicts, Status: statuses, disclaimer: { "": page.disclaimer } };
  const ofElements = { Verdict: { admissible, incomplete, inadmissible }, Status: elements.statuses, disclaimer: { "": disclaimer } };
  for (const [what, labels] of [...Object.entries(ofPage), ...Object.entries(ofElements)])
    for (const [name, label] of Object.entries(labels)) {
      const pair = `"${label.fr ?? label[0]}","${label.en ?? label[1]}"`;
      const said = name ? `${what}::${name[0].toUpperCase()}${name.slice(1)} => [${pair}` : pair;
      assert.ok(plain.includes(said), said);
    }
});
