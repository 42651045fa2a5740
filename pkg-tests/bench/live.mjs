// How long one keystroke and one whole evaluation take in Node: medians in microseconds, on a typical dossier and
// on a large one, made of real intercommunalités. Prints, judges nothing.
import { readFileSync } from "node:fs";
import { example, root } from "../support/corpus.mjs";
import { LiveForm, evaluate } from "../support/package.mjs";
import "./weigh.mjs";

const options = { day: "2023-09-15", lang: "fr" };
const directory = JSON.parse(readFileSync(root("pkg-tests/node_modules/@etalab/decoupage-administratif/data/epci.json"), "utf8"));

function dossier(members, actions) {
  const base = example();
  const epcis = directory.filter(({ type }) => type === "CC" || type === "CA").slice(0, members);
  base.perimeter.epcis = epcis.map(({ code }) => code);
  base.applicant.epci = base.governance.elus[0].epci = base.chef_de_projet.host.epcis[0] = base.perimeter.epcis[0];
  const models = base.action_plan.actions;
  base.action_plan.actions = Array.from({ length: actions }, (_, i) => ({ ...models[i % models.length], title: `Action ${i + 1}` }));
  return base;
}

function median(prepare, run, rounds = 4000) {
  const times = new Float64Array(rounds);
  for (let i = -rounds / 4; i < rounds; i++) {
    prepare(i);
    const start = process.hrtime.bigint();
    run(i);
    if (i >= 0) times[i] = Number(process.hrtime.bigint() - start) / 1000;
  }
  return times.sort()[rounds / 2];
}

const nothing = () => {};
const measures = {
  "set, report unchanged": (form) => median(nothing, (i) => form.set("applicant.contact_name", `Agent ${i & 1}`)),
  "set, report changed": (form) => median(nothing, (i) => form.set("perimeter.employment_area", i & 1 ? "Un bassin" : "")),
  "set a cost, report changed": (form) => median(nothing, (i) => form.set("chef_de_projet.annual_cost", String(60000 + (i & 1)))),
  "changes, one check": (form) =>
    median((i) => form.set("perimeter.employment_area", i & 1 ? "Un bassin" : ""), () => form.changes()),
  "changes, a new plan": (form) =>
    median((i) => form.set("chef_de_projet.annual_cost", String(60000 + (i & 1))), () => form.changes()),
  "changes, nothing": (form) => median(nothing, () => form.changes()),
  report: (form) => median(nothing, () => form.report()),
  "evaluate a whole dossier": (form, whole) => median(nothing, () => evaluate(whole, options)),
};

const dossiers = [dossier(4, 12), dossier(20, 60)];
for (const whole of dossiers) {
  const { verdict, funding } = evaluate(whole, options);
  if (verdict !== "admissible" || !funding) throw new Error(`the dossier to measure is ${verdict}, with plan: ${Boolean(funding)}`);
}
console.log(`\np50, µs (Node ${process.versions.node})   4 EPCI, 12 actions   20 EPCI, 60 actions`);
for (const [name, measure] of Object.entries(measures)) {
  const times = dossiers.map((whole) => {
    const form = new LiveForm({ ...options, dossier: whole });
    const time = measure(form, whole);
    form.free();
    return time.toFixed(1);
  });
  console.log(`${name.padEnd(28)} ${times[0].padStart(20)} ${times[1].padStart(21)}`);
}
