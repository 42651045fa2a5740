// How long a fresh Node takes from nothing to a first report: import, instantiate, evaluate. Ours, the twin that one
// would write by hand, and publicodes with the same form, one after the other in each round, so that what else the
// machine does falls on all of them. Prints, judges nothing.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROUNDS = 15;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const timed = (body) => `
import { readFileSync } from "node:fs";
const form = JSON.parse(readFileSync(${JSON.stringify(here("../cases/bases/baie-d-armor.json"))}, "utf8"));
const start = performance.now();
${body}
console.log(performance.now() - start);
if (!(report.checks.length >= 22)) throw new Error("no report");
`;
const imported = (path) => `await import(${JSON.stringify(new URL(path, import.meta.url).href)})`;

const programs = {
  "this package": timed(`const { default: init, evaluate } = ${imported("../../www/pkg/node.js")};
await init();
const report = evaluate(form, { day: "2023-09-15" });`),
  "hand-written twin": timed(`const { evaluate } = ${imported("./cold/twin.mjs")};
const { perimeter, governance, action_plan: { actions }, chef_de_projet: { fragility_level, annual_cost, working_time, start: from, months } } = form;
const report = evaluate({
  territory_name: form.territory_name, epcis: perimeter.epcis, employment_area: perimeter.employment_area, crte: perimeter.crte,
  elu_name: governance.elus[0].name, industriel_name: governance.industriels[0].name, letter_status: governance.letters[0].status,
  actions, fragility_level, annual_cost, working_time, start: from, months,
}, { day: "2023-09-15" });`),
  publicodes: timed(`const { evaluate } = ${imported("./cold/publicodes.mjs")};
const report = evaluate();`),
};

const times = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, program] of Object.entries(programs)) {
    times[name].push(Number(execFileSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" })));
  }
}
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const twin = median(times["hand-written twin"]);
console.log(`\ncold start, ms: import, instantiate, first report; median of ${ROUNDS} fresh processes`);
for (const [name, list] of Object.entries(times)) {
  console.log(`${name.padEnd(28)} ${median(list).toFixed(1).padStart(6)}   ${(median(list) / twin).toFixed(1)} × the twin`);
}
