// Every answer that the page shows is the engine's for the same dossier: the corpus typed into the controls of the
// page and read back from it, and some of it struck key by key.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { corpus } from "../support/corpus.mjs";
import { strike } from "../support/keys.mjs";
import { evaluate } from "../support/package.mjs";
import { readPage, typeInPage } from "../support/typist.mjs";
import { leave, visit } from "../support/visit.mjs";
import { skipped } from "./chromium.mjs";

const PAGES = 2;
/** How many cases are struck key by key. */
const KEYED = 2;
/** Nobody types more rows than this by hand; their like is in the corpus with fewer. */
const MOST_ROWS = 60;

/** Why a case cannot be typed, and of how many at most that is so. */
const CANNOT = {
  "scale given by the caller": 3, // not part of a dossier
  "whole scale": 14, // typed in the studio, one level of it
  "too many rows": 1,
  "not offered": 38, // a word that no choice of the page is: only files have it
  "no control": 10, // unknown keys, groups that are texts: only files have them
  "no list": 1, // a text where rows are
  "no text": 11, // yes, a list or an object where a text is typed
  "ticked twice": 1,
  "no SIREN": 2, // an intercommunalité is chosen by its name or its SIREN
};

const OUTCOMES = { met: "en ordre", unmet: "à revoir", unknown: "à compléter" };
const VERDICTS = { admissible: "Rien ne manque au regard de la FAQ", incomplete: "À compléter", inadmissible: "À corriger au regard de la FAQ" };

const plain = (text) => text.replace(/\s+/g, " ").trim();
const rowsIn = (value) =>
  value === null || typeof value !== "object" ? 0 : Math.max(Array.isArray(value) ? value.length : 0, ...Object.values(value).map(rowsIn));

/** The answers of a dossier by path, as texts; a blank is none, and words of a list have no order. */
function answers(value, path = "", into = {}) {
  const isLeaf = (one) => one === null || typeof one !== "object";
  if (/(priorities|themes|consulted|partners|indicators)$/.test(path) && [value].flat().every(isLeaf))
    value = [value].flat().join(",").split(",").map(plain).filter(Boolean).sort().join(", ");
  if (!isLeaf(value)) for (const [key, below] of Object.entries(value)) answers(below, path ? `${path}.${key}` : key, into);
  else if (plain(String(value ?? ""))) into[path] = String(value);
  return into;
}

/** What of a report does not depend on whether a number or its text was given. */
function substance(report) {
  const { typed, ...rest } = report;
  return { ...rest, unreadable: report.unreadable.map(({ field }) => field), notices: report.notices.map(({ field }) => field) };
}

/** What the page has to show of a report. */
function assertShown(shown, report) {
  const told = report.checks.filter(({ outcome }) => outcome !== "not_applicable");
  const [ruled, informative] = [true, false].map((ruled) => told.filter(({ level }) => (level !== "informative") === ruled));
  const verdict = VERDICTS[report.verdict_apart_from_window];
  assert.equal(shown.verdict, report.verdict === report.verdict_apart_from_window ? verdict : `Calendrier mis à part : ${verdict}`);
  assert.deepEqual(shown.progress, [report.progress.met, report.progress.expected]);
  const byRule = new Map(report.checks.map((check) => [check.rule, plain(check.message)]));
  const steps = report.next_steps.map((rule) => [rule, byRule.get(rule)]);
  assert.deepEqual(shown.steps, steps.filter(([, text], at) => steps.findIndex(([, other]) => other === text) === at), "what is left to do");
  const starts = (found, expected, what) => {
    assert.equal(found.length, expected.length, `${what}: ${JSON.stringify(found)}`);
    expected.forEach((text, at) => assert.ok(found[at].startsWith(text), `${what}: “${found[at]}” is not “${text}”`));
  };
  assert.deepEqual(shown.checks.map(([outcome]) => outcome), ruled.map(({ outcome }) => outcome));
  starts(shown.checks.map(([, text]) => text), ruled.map(({ outcome, message }) => `${OUTCOMES[outcome]} – ${plain(message)}`), "all checks");
  starts(shown.folds["À savoir"], informative.map(({ message }) => plain(message)), "good to know");
  starts(shown.folds["Offres annoncées en lien avec le dossier"] ?? [], report.suggestions.map(({ message }) => plain(message)), "offers");
  const entries = [...report.unreadable.map((one) => ["unread", one]), ...report.notices.map((one) => ["read", one])];
  assert.deepEqual(shown.entries.map(([tone]) => tone), entries.map(([tone]) => tone), "entries");
  for (const [at, [, { message, typed, read_as }]] of entries.entries())
    for (const words of [message, typed, read_as ?? ""]) assert.ok(shown.entries[at][1].includes(plain(words)), `entries: ${words}`);
  const direct = report.jobs && new Intl.NumberFormat("fr-FR").format(report.jobs.direct).replace(/\s/g, " ");
  if (report.jobs) assert.match(shown.text, new RegExp(`\\b${direct} emplois? industriels? directs?`), "jobs");
  // Beside a field stands nothing that the report does not say, and all that is wrong with what was typed.
  const sentences = [...report.checks, ...report.unreadable, ...report.notices].map(({ message }) => plain(message));
  for (const note of shown.notes) assert.ok(sentences.some((sentence) => note.startsWith(sentence)), `beside a field: ${note}`);
  for (const { message } of report.unreadable) assert.ok(shown.notes.some((note) => note.startsWith(plain(message))), `not beside its field: ${message}`);
  assertPlan(shown, report.funding);
}

/** The amounts, read back from the page: to the cent. */
function assertPlan(shown, plan) {
  if (!plan) {
    assert.ok(shown.reasons.length > 0, "why there is no plan");
    return assert.deepEqual([shown.sums, shown.years, shown.members], [[], [], []], "no plan");
  }
  const sums = ({ cost, grant, other, local }) => [cost, grant, other, local];
  assert.deepEqual(shown.sums, sums(plan.totals));
  // Over-funded, the others have no total in the plan: the page takes the one that the engine explains the excess with.
  const explained = plan.steps.find(({ explains }) => explains.includes("excess"))?.numbers.other;
  const total = sums({ ...plan.totals, other: plan.excess === null ? plan.totals.other : explained });
  assert.deepEqual(shown.years, [...plan.years.map((year) => [String(year.year), ...sums(year)]), ["Total", ...total]]);
  // Over-funded, a post has no sums of the years.
  const payers = (all, name) => all.map((one) => [plain(name(one)), ...plan.years.map((_, at) => one.by_year[at] ?? null), one.total]);
  assert.deepEqual(shown.funders, payers(plan.funders, ({ funder }) => funder ?? "Autre financeur"));
  assert.deepEqual(shown.members, plan.split_missing.length ? [] : payers(plan.members, ({ name, siren }) => name ?? siren));
}

/** A case and what the page holds and shows of it. */
function assertSame({ name, dossier, report, day }, held, shown) {
  const own = evaluate(held, { day });
  try {
    assert.deepEqual(answers(held), answers(JSON.parse(dossier)), "the dossier that the page holds");
    assert.deepEqual(substance(own), substance(JSON.parse(report)), "the report");
    assertShown(shown, own);
  } catch (error) {
    error.message = `${name}: ${error.message}`;
    throw error;
  }
}

let site;
before(async () => {
  if (!skipped) site = await visit();
});
after(() => site?.close());

test("the corpus, typed into the page", { skip: skipped }, async () => {
  const left = Object.fromEntries(Object.keys(CANNOT).map((reason) => [reason, []]));
  const faults = [];
  const queue = corpus();
  const count = queue.length;
  const work = async () => {
    const page = await site.open();
    await page.getByRole("button", { name: "Essayer avec un exemple" }).click();
    await page.locator("#plan").scrollIntoViewIfNeeded();
    await page.locator("ti-curve").waitFor({ state: "attached" });
    // All that there is to show is loaded; to lay it out as well would take three times as long.
    await page.evaluate(() => (document.body.style.display = "none"));
    for (let one; (one = queue.shift()); ) {
      const dossier = JSON.parse(one.dossier);
      const before = one.scale !== null ? "scale given by the caller" : typeof dossier.chef_de_projet?.scale === "object" ? "whole scale" : rowsIn(dossier) > MOST_ROWS ? "too many rows" : null;
      const { skip = before, at, held } = before ? {} : await page.evaluate(typeInPage, { dossier, day: one.day });
      if (skip) {
        left[skip].push(`${one.name}${at ? ` (${at})` : ""}`);
        continue;
      }
      try {
        assertSame(one, held, await page.evaluate(readPage));
      } catch (error) {
        faults.push(error);
      }
    }
    await leave(page);
  };
  await Promise.all(Array.from({ length: PAGES }, work));
  const skippedCases = Object.values(left).flat().length;
  console.log(`typed into the page: ${count - skippedCases} of ${count} cases; not: ${Object.entries(left).map(([why, names]) => `${why} ${names.length}`).join(", ")}`);
  assert.equal(faults.length, 0, `${faults.length} differ:\n${faults.slice(0, 5).map(({ message }) => message).join("\n\n")}`);
  for (const [why, most] of Object.entries(CANNOT)) assert.ok(left[why].length <= most, `${why}: ${left[why].length} over ${most}: ${left[why].join(", ")}`);
});

test("some of it, struck key by key", { skip: skipped }, async () => {
  const short = corpus().filter(({ dossier, scale }) => {
    const count = Object.keys(answers(JSON.parse(dossier))).length;
    return scale === null && count >= 6 && count <= 12 && rowsIn(JSON.parse(dossier)) < 4;
  });
  const page = await site.open();
  let struck = 0;
  for (let at = 0; at < short.length && struck < KEYED; at += Math.max(1, Math.floor(short.length / (2 * KEYED)))) {
    const one = short[at];
    const dossier = JSON.parse(one.dossier);
    // Only what the page offers, which the other test finds out.
    if ((await page.evaluate(typeInPage, { dossier, day: one.day })).skip) continue;
    await page.evaluate(() => document.querySelector("ti-keep").desk.load({}, null));
    await strike(page, dossier);
    await page.evaluate(() => document.querySelector("ti-page").becalm());
    await page.waitForFunction(() => ![...document.querySelectorAll("ti-page, ti-page *")].some((one) => one.isUpdatePending));
    assertSame(one, await page.evaluate(() => document.querySelector("ti-keep").desk.dossier()), await page.evaluate(readPage));
    struck++;
  }
  assert.equal(struck, KEYED);
  await leave(page);
});
