// What a caller may do wrong: each answer is quick and clear, an Error that names what is wrong or an entry of
// `unreadable`, and the module goes on answering (a trap would end it for the whole page).
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { example } from "../support/corpus.mjs";
import { LiveForm, evaluate, simulate } from "../support/package.mjs";

const options = { day: "2023-09-15" };

afterEach(() => assert.equal(evaluate(example(), options).verdict, "admissible", "the module still answers"));

/** An Error whose message holds `words`, and no trap. */
function refuses(call, words) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof Error, `an Error, found ${String(error)}`);
    assert.ok(!(error instanceof WebAssembly.RuntimeError), `a trap: ${error.stack}`);
    assert.ok(!(error instanceof RangeError), `the stack ran out: ${error.message}`);
    assert.match(error.message, words);
    return true;
  });
}

/** What holds entries under no key, and would be taken for nothing at all. */
const held = (entries) => [new Map(entries), new URLSearchParams(entries), new FormData(), new Set(entries)];

test("a map, a set, the data of a form are no empty dossier, nor an empty list", () => {
  for (const value of held([["filed_on", "2023-09-15"]])) refuses(() => evaluate(value, options), /object/);
  const { unreadable } = evaluate({ perimeter: { epcis: new Set(["200069391"]) } }, options);
  assert.deepEqual(unreadable.map(({ field }) => field), ["perimeter.epcis.0"]);
});

const cyclic = {};
cyclic.perimeter = cyclic;

for (const [name, value] of [
  ["undefined", undefined],
  ["null", null],
  ["a number", 12],
  ["a text", "{}"],
  ["a list", []],
  ["a function", () => {}],
  ["a symbol", Symbol("dossier")],
  ["a BigInt", 12n],
]) {
  test(`a dossier that is ${name} is refused`, () => {
    refuses(() => evaluate(value, options), /object|JSON value/);
    refuses(() => simulate(value, options), /object|JSON value/);
  });
}

for (const [name, value, field] of [
  ["undefined", { filed_on: undefined }, null],
  ["null", { filed_on: null }, null],
  ["a BigInt", { chef_de_projet: { annual_cost: 62000n } }, null],
  ["NaN", { chef_de_projet: { annual_cost: NaN } }, "chef_de_projet.annual_cost"],
  ["Infinity", { chef_de_projet: { annual_cost: Infinity } }, "chef_de_projet.annual_cost"],
  ["-5", { chef_de_projet: { annual_cost: -5 } }, "chef_de_projet.annual_cost"],
  ["1e300", { chef_de_projet: { annual_cost: 1e300 } }, "chef_de_projet.annual_cost"],
  ["a SIREN of letters", { perimeter: { epcis: ["ABCDEFGHI"] } }, "perimeter.epcis.0"],
  ["29 February 2023", { filed_on: "2023-02-29" }, "filed_on"],
  ["an object where a text is read", { territory_name: { fr: "Baie" } }, "territory_name"],
  ["a text where an object is read", { perimeter: "200069391" }, "perimeter"],
]) {
  test(`a field that is ${name} ${field ? "is unreadable" : "is not answered"}`, () => {
    const fields = evaluate(value, options).unreadable.map((entry) => entry.field);
    assert.deepEqual(fields, field ? [field] : []);
  });
}

for (const [name, value] of [
  ["a function", () => {}],
  ["a symbol", Symbol("day")],
  ["a Date", new Date(2023, 8, 15)],
  ["a BigInt that no number holds", 2n ** 200n],
]) {
  test(`a field that is ${name} is refused or unreadable, never lost in silence`, () => {
    let report;
    try {
      report = evaluate({ filed_on: value }, options);
    } catch {
      return refuses(() => evaluate({ filed_on: value }, options), /JSON value|filed_on|BigInt/);
    }
    assert.deepEqual(report.unreadable.map(({ field }) => field), ["filed_on"]);
  });
}

test("a dossier that holds itself gets an answer", () => {
  const report = evaluate(cyclic, options);
  assert.equal(report.verdict, "incomplete");
});

test("nesting 100 000 deep gets an answer that names a field", () => {
  let deep = "x";
  for (let i = 0; i < 100_000; i++) deep = [deep];
  const report = evaluate({ perimeter: { epcis: deep } }, options);
  assert.ok(report.unreadable.some(({ field }) => field.startsWith("perimeter.epcis")));
  const unknown = evaluate({ perimetre: deep }, options);
  assert.deepEqual(unknown.unknown_keys, ["perimetre"]);
});

test("a text of 10 MB is read or unreadable and its echo is short", () => {
  const long = "a".repeat(10_000_000);
  const report = evaluate({ filed_on: long, territory_name: long }, options);
  const entry = report.unreadable.find(({ field }) => field === "filed_on");
  assert.ok(entry && [...entry.typed].length <= 80, `typed is at most 80 characters`);
});

test("10 000 members get an answer, more rows are unreadable", () => {
  const members = (n) => ({ perimeter: { epcis: Array.from({ length: n }, () => "200069391") } });
  assert.deepEqual(evaluate(members(10_000), options).unreadable, []);
  const [entry] = evaluate(members(10_001), options).unreadable;
  assert.ok(entry?.field.startsWith("perimeter.epcis"));
});

test("options that are wrong are named", () => {
  refuses(() => evaluate({}, { day: "2023-02-29" }), /day.*2023-02-29/);
  refuses(() => evaluate({}, { day: "soon" }), /day.*soon/);
  refuses(() => evaluate({}, { day: 12 }), /day/);
  refuses(() => evaluate({}, { ...options, lang: "de" }), /lang.*de/);
  refuses(() => evaluate({}, { ...options, language: "fr" }), /language/);
  refuses(() => evaluate({}, { ...options, scale: "nowhere-2023" }), /nowhere-2023/);
  refuses(() => evaluate({}, "2023-09-15"), /options/);
});

test("a scale that is wrong is told all its faults at once", () => {
  const scale = { id: "", label: { fr: "x" }, status: "nearly", levels: [{ id: "a", rate: 10001 }, { id: "a", rate: -1 }] };
  refuses(() => evaluate({}, { ...options, scale }), /status/);
  refuses(() => evaluate({}, { ...options, scale }), /levels\.0\.rate/);
  refuses(() => evaluate({}, { ...options, scale }), /levels\.1\.rate/);
});

test("a form refuses what it cannot follow and goes on", () => {
  const form = new LiveForm({ ...options, dossier: example() });
  for (const call of [
    () => form.load("{}"),
    () => form.load(undefined),
    () => form.configure({ language: "fr" }),
    () => form.configure({ day: "2023-02-29" }),
  ]) {
    refuses(call, /\S/);
    assert.deepEqual(form.report(), evaluate(example(), options), "nothing changed");
  }
  form.free();
});

test("a form that is called with wrong arguments never answers wrongly", () => {
  const form = new LiveForm({ ...options, dossier: example() });
  for (const call of [
    () => form.set(undefined, "x"),
    () => form.set(12, "x"),
    () => form.set("filed_on", undefined),
    () => form.set("filed_on", () => {}),
    () => form.set("filed_on", {}),
    () => form.set("filed_on", NaN),
    () => form.set("perimeter.epcis", cyclic),
    () => form.insert(12),
    () => form.insert(null),
    () => form.move("perimeter.epcis.0", "first"),
    () => form.move("perimeter.epcis.0", -1),
    () => form.move("perimeter.epcis.0", NaN),
    () => form.remove({}),
  ]) {
    try {
      call();
    } catch (error) {
      assert.ok(!(error instanceof WebAssembly.RuntimeError), `${call}: a trap: ${error.message}`);
    }
    assert.deepEqual(form.report(), evaluate(form.dossier(), options), String(call));
  }
  form.free();
});

test("a row is moved to an index and nothing else", () => {
  const form = new LiveForm({ ...options, dossier: example() });
  for (const to of [NaN, Infinity, -1, 1.9, undefined, null, "first", {}, Symbol("x")]) {
    refuses(() => form.move("perimeter.epcis.1", to), /to: found .*expected the index of a row/);
    assert.deepEqual(form.dossier().perimeter.epcis, example().perimeter.epcis, String(to));
  }
  form.free();
});

test("what throws while it is read leaves the form as it was, and free", () => {
  const form = new LiveForm({ ...options, dossier: example() });
  const throws = () => {
    throw new Error("own");
  };
  for (const value of [new Proxy({}, { ownKeys: throws }), new Proxy({}, { get: throws }), { get a() { return throws(); } }]) {
    refuses(() => form.set("perimeter", value), /own/);
    refuses(() => form.load(value), /own/);
    assert.deepEqual(form.report(), evaluate(example(), options));
  }
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  refuses(() => form.set("perimeter", proxy), /revoked/);
  assert.deepEqual(form.report(), evaluate(example(), options));
  form.free();
});

test("an unknown field in what was no group is told as it is given back", () => {
  const form = new LiveForm(options);
  for (const [group, path] of [["governance", "governance.y"], ["action_plan.actions.0", "action_plan.actions.0.y"]]) {
    form.set(group, "x");
    form.set(path, "z");
    assert.deepEqual(form.report(), evaluate(form.dossier(), options), path);
  }
  form.free();
});

test("a path that leads nowhere changes nothing", () => {
  const form = new LiveForm({ ...options, dossier: example() });
  for (const path of ["", ".", "perimetre.epcis.0", "perimeter.epcis.-1", "perimeter.epcis.99999999999999999999", "a".repeat(1e6)]) {
    form.set(path, "200069391");
  }
  assert.equal(form.report().verdict, "admissible");
  assert.deepEqual(form.report(), evaluate(form.dossier(), options));
  form.free();
});

test("after free every call says so", () => {
  const form = new LiveForm(options);
  form.free();
  for (const call of [() => form.report(), () => form.set("filed_on", ""), () => form.changes(), () => form.dossier()]) {
    refuses(call, /free|null pointer/i);
  }
});
