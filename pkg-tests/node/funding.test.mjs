// The funding of a post as JavaScript sees it: contract of the package; worked cases of the method.
import assert from "node:assert/strict";
import { test } from "node:test";
import { example } from "../support/corpus.mjs";
import { compare, comparisonDocument, financingPlan, sensitivity, simulate, solve } from "../support/package.mjs";
import { ti } from "../support/ti.mjs";

const options = { day: "2023-09-15" };
const day = ["--day", "2023-09-15"];

/** What `ti simulate` prints for the same dossier. */
const ofTi = (...args) => {
  const { status, out, err } = ti(["simulate", "-", ...day, ...args], JSON.stringify(example()));
  assert.equal(status, 0, err);
  return out;
};
const json = (text) => JSON.parse(text);

test("levels, scenarios and the largest post are those of ti", () => {
  const scenarios = [{ name: "Deux ans", set: { "chef_de_projet.months": 24 } }];
  assert.deepEqual(compare(example(), null, options), json(ofTi("--compare", "--format", "json")));
  assert.deepEqual(
    compare(example(), scenarios, options),
    json(ofTi("--scenario", "Deux ans: chef_de_projet.months = 24", "--format", "json")),
  );
  for (const [unknown, budget] of [["annual_cost", "80 000,00 €"], ["months", 40000]]) {
    const solved = solve(example(), unknown, budget, options);
    assert.deepEqual(solved, json(ofTi("--solve", `${unknown}=${budget}`, "--format", "json")));
    assert.ok(Number(solved.plan.totals.local) <= 80000);
  }
});

test("documents are those of ti, byte for byte", () => {
  for (const format of ["text", "md", "csv", "csv-plain", "html"]) {
    const plan = financingPlan(example(), format, options);
    // The program ends its output with one line feed, whatever the document ends with.
    assert.equal(ofTi("--format", format), `${plan.replace(/\n+$/, "")}\n`, format);
    assert.match(plan, /imulation/);
    assert.match(plan, /hypothèse/);
    const compared = comparisonDocument(example(), format, null, options);
    assert.equal(ofTi("--compare", "--format", format), `${compared.replace(/\n+$/, "")}\n`, format);
  }
  assert.match(financingPlan(example(), "md", { ...options, lang: "en" }), /Expenditure/);
});

test("a range of posts is what their plans say, and goes over the whole range", () => {
  const { points, status } = sensitivity(example(), { of: "annual_cost", from: 30000, to: "90000", step: 1000 }, options);
  assert.equal(points.length, 61);
  assert.equal(status, "hypothesis");
  for (const { annual_cost, grant, local } of points) {
    const dossier = example();
    dossier.chef_de_projet.annual_cost = annual_cost;
    const { totals } = simulate(dossier, options);
    assert.deepEqual([grant, local], [totals.grant, totals.local]);
  }
  assert.equal(sensitivity(example(), { of: "months", from: 1, to: 60 }, options).points.length, 60);
});

test("each step says what it explains", () => {
  const plan = simulate(example(), options);
  const why = (amount, year) =>
    plan.steps.filter(({ explains, numbers }) => explains.includes(amount) && (numbers.year ?? year) === year);
  assert.deepEqual(why("grant", 2025).map(({ rule }) => rule), ["scale", "cost", "ceiling", "grant"]);
  assert.match(why("grant", 2025).at(-1).sentence, /plafond joue/);
  assert.deepEqual(plan.funders.map(({ funder, kind, total }) => [funder, kind, total]), [
    ["Région Bretagne", "collectivite", "10000.00"],
  ]);
});

test("without a plan there is none, and what is wrong is said", () => {
  assert.equal(financingPlan({}, "csv", options), null);
  assert.equal(solve({}, "months", 1, options), null);
  assert.equal(sensitivity({}, { of: "months", from: 1, to: 2 }, options), null);
  assert.deepEqual(compare({}, null, options).plans, []);
  for (const [call, words] of [
    [() => financingPlan({}, "pdf", options), /text, md, csv, csv-plain, html; found "?pdf/],
    [() => solve({}, "cost", 1, options), /expected annual_cost or months/],
    [() => solve({}, "months", "much", options), /budget: found .*much.*, expected an amount/],
    [() => sensitivity({}, { of: "months", from: "a", to: 2 }, options), /from: found/],
    [() => sensitivity({}, null, options), /expected annual_cost or months/],
    [() => compare({}, [{ name: "a" }], options), /0\.set: expected/],
    [() => compare({}, { name: "a" }, options), /expected a list/],
  ]) {
    assert.throws(call, (error) => error instanceof Error && words.test(error.message), String(call));
  }
});
