// LiveForm as JavaScript sees it: contract of the package, "Browser and npm".
import assert from "node:assert/strict";
import { test } from "node:test";
import { example } from "../support/corpus.mjs";
import { LiveForm, evaluate } from "../support/package.mjs";
import { random } from "../support/random.mjs";

const options = { day: "2023-09-15", lang: "fr" };

function withForm(dossier, body) {
  const form = new LiveForm({ ...options, dossier });
  try {
    return body(form);
  } finally {
    form.free();
  }
}

/** The report that `changes` make of an earlier one. */
function apply(report, changes) {
  const next = { ...report, ...changes };
  if (changes.checks) {
    const changed = new Map(changes.checks.map((check) => [check.rule, check]));
    next.checks = report.checks.map((check) => changed.get(check.rule) ?? check);
  }
  return next;
}

/** What must hold at every moment: the form says what a whole evaluation of its dossier says. */
function assertTrue(form, settings = options) {
  assert.deepEqual(form.report(), evaluate(form.dossier(), settings));
}

test("a form typed field by field ends where the whole dossier does", () => {
  withForm(undefined, (form) => {
    for (const [path, value] of controls(example())) form.set(path, typed(value));
    assert.deepEqual(form.report(), evaluate(example(), options));
    assert.equal(form.report().verdict, "admissible");
  });
});

test("set answers true when the report changed and only then", () => {
  withForm(example(), (form) => {
    assert.equal(form.set("perimeter.epcis.0", "200069391"), false, "the same value again");
    assert.equal(form.set("perimeter.epcis.0", "20006939"), true, "a digit less: P2 is unknown");
    assert.equal(form.set("perimeter.epcis.0", "20006939"), false);
    assert.equal(form.set("applicant.contact_name", "Agent E"), false, "no rule reads it");
    assert.equal(form.set("applicant.contact_name", ""), false);
  });
});

test("rows are inserted, removed and moved", () => {
  withForm(example(), (form) => {
    const [first, second] = example().action_plan.actions.map(({ title }) => title);
    const titles = () => form.dossier().action_plan.actions.map((action) => action?.title ?? null);
    form.move("action_plan.actions.1", 0);
    assert.deepEqual(titles(), [second, first]);
    form.remove("action_plan.actions.0");
    assert.deepEqual(titles(), [first]);
    form.insert("action_plan.actions.0");
    form.set("action_plan.actions.0.title", "Nouvelle action");
    assert.deepEqual(titles(), ["Nouvelle action", first]);
    assertTrue(form);
  });
});

test("load replaces the dossier and configure what surrounds it", () => {
  withForm({}, (form) => {
    assert.equal(form.load(example()), true);
    assert.equal(form.report().verdict, "admissible");
    assert.equal(form.configure({ lang: "en" }), true);
    assert.equal(form.report().lang, "en");
    assertTrue(form, { ...options, lang: "en" });
    form.configure({ day: "2026-11-22" });
    form.load({});
    assert.equal(form.report().verdict, "inadmissible");
    assertTrue(form, { day: "2026-11-22", lang: "en" });
  });
});

test("changes give only what differs since the last answer", () => {
  withForm(example(), (form) => {
    form.report();
    assert.deepEqual(form.changes(), {});
    form.set("perimeter.epcis.0", "20006939");
    const changes = form.changes();
    const rules = changes.checks.map(({ rule }) => rule);
    assert.ok(rules.includes("P2"), `P2 changed, found ${rules}`);
    assert.ok(!rules.includes("A1"), `A1 did not change, found ${rules}`);
    assert.equal(changes.verdict, "incomplete");
    assert.ok(!("day" in changes));
    assert.deepEqual(form.changes(), {}, "told once");
  });
});

test("two forms do not mix", () => {
  withForm(example(), (one) =>
    withForm({}, (two) => {
      two.set("perimeter.epcis.0", "200069391");
      assert.equal(one.report().verdict, "admissible");
      assert.equal(two.report().verdict, "incomplete");
    }),
  );
});

// Random edits, half of them bad: the form never says anything else than a whole evaluation, its changes carry
// an earlier report to the present one, and `true` means that something differs.
for (let seed = 1; seed <= 12; seed++) {
  test(`random edits, seed ${seed}`, () => {
    const { below, pick } = random(seed);
    withForm(seed % 2 ? example() : {}, (form) => {
      let known = form.report();
      for (let step = 0; step < 120; step++) {
        const before = evaluate(form.dossier(), options);
        const [what, changed] = edit(form, below, pick);
        const said = `step ${step}: ${what}`;
        const after = evaluate(form.dossier(), options);
        assert.equal(changed, JSON.stringify(before) !== JSON.stringify(after), `${said} answered ${changed}`);
        if (below(3)) {
          known = apply(known, form.changes());
          assert.deepEqual(known, after, said);
        } else if (below(2)) {
          known = form.report();
          assert.deepEqual(known, after, said);
        }
      }
      assert.deepEqual(apply(known, form.changes()), form.report());
    });
  });
}

/** Every control of a dossier with its value, in the order of a form. */
function* controls(value, path = "") {
  if (value === null || typeof value !== "object") return yield [path, value];
  for (const [key, part] of Object.entries(value)) yield* controls(part, path ? `${path}.${key}` : key);
}

function typed(value) {
  return typeof value === "string" ? value : value === true ? "oui" : value === false ? "non" : String(value);
}

function edit(form, below, pick) {
  const index = below(4);
  const row = `${pick(ROWS)}.${index}`;
  switch (below(8)) {
    case 0:
      return [`insert ${row}`, form.insert(row)];
    case 1:
      return [`remove ${row}`, form.remove(row)];
    case 2: {
      const to = below(4);
      return [`move ${row} to ${to}`, form.move(row, to)];
    }
    default: {
      const [path, texts] = pick(FIELDS);
      const at = path.replace("#", String(index));
      const text = pick(below(4) ? texts : BAD);
      return [`set ${at} to ${JSON.stringify(text)}`, form.set(at, text)];
    }
  }
}

const ROWS = [
  "perimeter.epcis",
  "action_plan.actions",
  "governance.elus",
  "governance.letters",
  "chef_de_projet.other_funding",
  "chef_de_projet.split.weights",
];
const EPCIS = ["200069391", "200069409", "200 069 391", "20006939100016", "2000693", "200069392", "200046977"];
const BAD = ["", "   ", "x", "-5", "1e9", "Infinity", "NaN", "29/02/2023", "2023-13-01", "1,2,3", "é".repeat(200), "null"];
const FIELDS = [
  ["perimeter.epcis.#", EPCIS],
  ["perimeter.single_epci_reason", ["Une taille critique", ""]],
  ["perimeter.metropole_reason", ["Mutations majeures", ""]],
  ["perimeter.employment_area", ["Un bassin", ""]],
  ["perimeter.crte", ["aligned", "several", "no"]],
  ["filed_on", ["2023-09-15", "23/09/2023", "15.9.2023", "2023-06-22"]],
  ["kind", ["application", "amendment"]],
  ["campaign", ["2023-2027", "2019-2022"]],
  ["governance.elus.#.name", ["Élue A", ""]],
  ["governance.elus.#.epci", EPCIS],
  ["governance.industriels.#.name", ["Industriel B", ""]],
  ["governance.binome_status", ["identified", "being_identified"]],
  ["governance.letters.#.status", ["signed", "to_sign", "declined"]],
  ["governance.consulted.#", ["local_elus", "industriels"]],
  ["governance.consulted", ["local_elus, regional_elus", "industriels"]],
  ["action_plan.actions.#.title", ["Une action", ""]],
  ["action_plan.actions.#.summary", ["Un résumé", ""]],
  ["action_plan.actions.#.priorities.0", ["skills", "land", "innovation"]],
  ["action_plan.actions.#.start", ["2024-01", "01/2024", "2022-05"]],
  ["action_plan.actions.#.end", ["2026-12", "12/2029", "2023-01"]],
  ["action_plan.actions.#.jobs", ["12", "0", "4000"]],
  ["chef_de_projet.scale", ["hypothesis-2023", "pvd", "argentan-2023", "fragile-2019"]],
  ["chef_de_projet.fragility_level", ["level_1", "level_2", "pvd", "case"]],
  ["chef_de_projet.host.kind", ["epci", "shared", "other"]],
  ["chef_de_projet.host.epcis.#", EPCIS],
  ["chef_de_projet.annual_cost", ["62000", "62 000,50 €", "48000.01"]],
  ["chef_de_projet.working_time", ["1", "0,8", "80 %", "0"]],
  ["chef_de_projet.start", ["2024-01-01", "31/01/2024", "2027-07-01"]],
  ["chef_de_projet.months", ["36", "24", "61", "1"]],
  ["chef_de_projet.other_funding.#.funder", ["Région", ""]],
  ["chef_de_projet.other_funding.#.amount", ["10000", "500 000", "0,01"]],
  ["chef_de_projet.other_funding.#.kind", ["collectivite", "state"]],
  ["chef_de_projet.split.key", ["population", "equal", "custom"]],
  ["chef_de_projet.split.weights.#", ["1", "2", "0"]],
  ["flags.industrial_shock", ["oui", "non", "on"]],
];
