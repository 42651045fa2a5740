// The program as a person at a terminal meets it: contract, §4. What reports say is the corpus's affair.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { example } from "../support/corpus.mjs";
import { TI, ti } from "../support/ti.mjs";

const folder = mkdtempSync(join(tmpdir(), "ti-"));
after(() => rmSync(folder, { recursive: true }));

function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const day = ["--day", "2023-09-15"];
const good = file("good.json", example());

/** Exit code, nothing on standard output, one clear line on standard error that holds `words`. */
function fails(args, status, words, input) {
  const answer = ti(args, input);
  assert.equal(answer.status, status, `ti ${args.join(" ")}: ${answer.err}`);
  assert.equal(answer.out, "");
  assert.match(answer.err, words);
  assert.doesNotMatch(answer.err, /panicked|RUST_BACKTRACE/);
  return answer.err;
}

function failsInOneLine(args, status, words, input) {
  const err = fails(args, status, words, input);
  assert.equal(err.trimEnd().split("\n").length, 1, `one line, found: ${err}`);
}

test("check: the exit code is the verdict", () => {
  assert.equal(ti(["check", good, ...day]).status, 0);
  assert.equal(ti(["check", ...day], "{}").status, 1);
  assert.equal(ti(["check", "-", "--day", "2026-11-22"], "{}").status, 2);
});

test("check: the text is in French, or in English on demand", () => {
  const french = ti(["check", good, ...day]).out;
  const english = ti(["check", good, ...day, "--lang", "en"]).out;
  assert.match(french, /intercommunalités|indicatif/i);
  assert.notEqual(french, english);
  assert.equal(JSON.parse(ti(["check", good, ...day, "--format", "json", "--lang", "en"]).out).lang, "en");
});

test("check: JSON is one line", () => {
  const { out } = ti(["check", good, ...day, "--format", "json"]);
  assert.equal(out.trimEnd().split("\n").length, 1);
  assert.ok(out.endsWith("}\n"));
});

test("check: what is no dossier is unreadable data, 65", () => {
  failsInOneLine(["check", ...day], 65, /\S/, '{"perimeter": ');
  failsInOneLine(["check", ...day], 65, /\S/, "[]");
  failsInOneLine(["check", ...day], 65, /\S/, "12");
  failsInOneLine(["check", ...day], 65, /\S/, "");
  failsInOneLine(["check", file("latin1.json", "x"), ...day], 65, /latin1\.json/);
});

test("check: a file that is not there is 66, a folder too", () => {
  failsInOneLine(["check", join(folder, "absent.json"), ...day], 66, /absent\.json/);
  failsInOneLine(["check", folder, ...day], 66, /\S/);
});

test("bad usage is 64", () => {
  fails(["check", good, "--day", "2023-02-29"], 64, /2023-02-29/);
  fails(["check", good, "--lang", "de"], 64, /de/);
  fails(["check", good, "--format", "xml"], 64, /xml/);
  fails(["check", good, "--scael", "pvd"], 64, /--scael/);
  fails(["check", good, ...day, "--scale", "nowhere-2023"], 64, /nowhere-2023/);
  fails(["chekc"], 64, /chekc/);
  fails(["epci", "22", "--limit", "0"], 64, /limit/);
  fails([], 64, /\S/);
});

test("each command shows the examples that are written for it", () => {
  assert.match(ti(["help", "simulate"]).out, /--why grant=2025[\s\S]*A file of scenarios[\s\S]*Exit codes/);
  assert.match(ti(["help", "serve"]).out, /curl[\s\S]*openapi\.json/);
});

test("--help and --version answer on standard output", () => {
  assert.match(ti(["--help"]).out, /check[\s\S]*simulate[\s\S]*batch[\s\S]*serve[\s\S]*epci/);
  assert.match(ti(["--version"]).out, /^ti \d+\.\d+\.\d+/);
});

test("a scale in a file is checked, all its faults at once", () => {
  const scale = { id: "mine", label: { fr: "x", en: "x" }, status: "nearly", levels: [{ id: "a", rate: 10001 }] };
  const err = fails(["check", good, ...day, "--scale", file("scale.json", scale)], 65, /status/);
  assert.match(err, /levels\.0\.rate/);
});

test("a scale of one's own is called by its own name, whatever its id", () => {
  const own = file("own-scale.json", { id: "hypothesis-2023", label: { fr: "Convention de notre territoire", en: "Ours" }, status: "custom", levels: [{ id: "level_2", rate: 7250 }] });
  const { out } = ti(["check", good, ...day, "--scale", own]);
  assert.match(out, /Convention de notre territoire \(barème saisi\)/);
  assert.doesNotMatch(out, /Hypothèse de travail/);
});

test("scales: each with what it is worth, where it comes from, and what its ceilings are about", () => {
  const out = ti(["scales"]).out.replaceAll("\u00a0", " ");
  assert.match(out, /argentan-2023 — .* \(cas rapporté\) \[presse, décembre 2023\]/);
  assert.match(out, /case +niveau non précisé : taux 80 %, plafond de l'aide 60\u202f000,00 € au total/);
  assert.match(out, /fragile +territoire fragile : non publié$/m);
  assert.match(ti(["scales", "--lang", "en"]).out, /level 1 \(hypothesis\): rate 50.?%, ceiling of the aid €25,000.00 a year/);
});

test("simulate: a plan is 0, none is 1 and says why", () => {
  const plan = ti(["simulate", good, ...day, "--format", "json"]);
  assert.equal(plan.status, 0, plan.err);
  const { totals, members } = JSON.parse(plan.out);
  assert.deepEqual(totals, { cost: "186000.00", grant: "90000.00", other: "10000.00", local: "86000.00" });
  assert.deepEqual(members.map(({ total }) => total), ["26495.01", "59504.99"]);
  assert.match(ti(["simulate", good, ...day]).out, /hypoth/i);

  const none = ti(["simulate", ...day], "{}");
  assert.equal(none.status, 1);
  assert.match(none.out + none.err, /\S/);
});

test("batch: one answer per line in the order of the lines, a line that is no dossier in its place", () => {
  const lines = [JSON.stringify(example()), "{", "{}", "[]"].join("\n");
  const { status, out } = ti(["batch", ...day], lines);
  assert.equal(status, 1);
  const [first, second, third, fourth, ...rest] = out.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(first.verdict, "admissible");
  assert.deepEqual(Object.keys(second), ["line", "error"]);
  assert.equal(second.line, 2);
  assert.equal(third.verdict, "incomplete");
  assert.equal(fourth.line, 4);
  assert.deepEqual(rest, []);
  assert.equal(ti(["batch", ...day], "{}\r\n{}\n").status, 0);
  assert.deepEqual(ti(["batch", ...day], "").out, "");
});

test("batch: a reader that goes away ends it quietly", async () => {
  const many = file("many.jsonl", `${JSON.stringify(example())}\n`.repeat(2000));
  const program = spawn(TI, ["batch", many, ...day], { stdio: ["ignore", "pipe", "pipe"] });
  let err = "";
  program.stderr.on("data", (chunk) => (err += chunk));
  program.stdout.once("data", () => program.stdout.destroy());
  const [code, signal] = await new Promise((resolve) => program.once("close", (...ended) => resolve(ended)));
  assert.equal(err, "");
  assert.ok(signal === "SIGPIPE" || code === 0, `ended with ${code ?? signal}`);
});

test("epci: found by name, accents and hyphens forgiven, by SIREN, by département", () => {
  for (const query of ["saint-brieuc", "st brieuc", "SAINT BRIEUC", "200069409"]) {
    const { status, out } = ti(["epci", query]);
    assert.equal(status, 0, query);
    assert.match(out, /200069409/, query);
  }
  const found = JSON.parse(ti(["epci", "saint-brieuc", "--format", "json"]).out);
  assert.ok(found.some(({ siren }) => siren === "200069409"));
  assert.match(ti(["epci", "22"]).out, /200069391/);
  assert.equal(ti(["epci", "nulle part ailleurs"]).status, 1);
});

test("bad input gets an answer that names the field", () => {
  const report = (dossier) => JSON.parse(ti(["check", "--format", "json", ...day], JSON.stringify(dossier)).out);
  const fields = (dossier) => report(dossier).unreadable.map(({ field }) => field);
  assert.deepEqual(fields({ filed_on: "a".repeat(10_000_000) }), ["filed_on"]);
  assert.deepEqual(fields({ filed_on: "2023-02-29" }), ["filed_on"]);
  assert.deepEqual(fields({ perimeter: { epcis: ["ABCDEFGHI"] } }), ["perimeter.epcis.0"]);
  assert.deepEqual(fields({ chef_de_projet: { annual_cost: -5 } }), ["chef_de_projet.annual_cost"]);
  assert.deepEqual(fields({ perimeter: { epcis: Array(10_000).fill("200069391") } }), []);
});

test("a number that no machine holds is unreadable, or said to be no JSON with its place", () => {
  const { status, out, err } = ti(["check", "--format", "json", ...day], '{"chef_de_projet":{"annual_cost":1e999}}');
  if (status === 65) return assert.match(err, /line 1 column 38/);
  assert.deepEqual(JSON.parse(out).unreadable.map(({ field }) => field), ["chef_de_projet.annual_cost"]);
});

test("deep nesting gets an answer, not a full stack", () => {
  const deep = `{"perimeter":{"epcis":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`;
  const { status, out, err } = ti(["check", "--format", "json", ...day], deep);
  assert.ok(status === 1 || status === 65, `${status} ${err}`);
  assert.match(out + err, /perimeter\.epcis|nest|imbri|profond|deep/i);
});


test("simulate: what it could not read is told beside the plan that it made without", () => {
  const dossier = example();
  dossier.chef_de_projet.scale = "argentan-2O23";
  dossier.chef_de_projet.split = { key: "égal" };
  const read = (format) => ti(["simulate", ...day, "--format", format], JSON.stringify(dossier));
  const html = read("html");
  assert.equal(html.status, 0);
  assert.match(html.out, /chef_de_projet\.scale « argentan-2O23 »[\s\S]*chef_de_projet\.split\.key « égal »/);
  const json = read("json");
  assert.match(json.err, /chef_de_projet\.scale « argentan-2O23 »/);
  assert.ok(JSON.parse(json.out).totals);
  dossier.chef_de_projet.annual_cost = "62k";
  assert.match(read("text").err, /chef_de_projet\.annual_cost « 62k »/);
});

test("simulate: documents, scenarios, the reason of an amount", () => {
  const csv = ti(["simulate", good, ...day, "--format", "csv"]).out;
  assert.ok(csv.startsWith("\ufeffNature;Poste;2024;2025;2026;Total;Part (%);Statut\r\n"));
  assert.match(csv, /;26495,01;/);
  assert.match(ti(["simulate", good, ...day, "--format", "html"]).out, /^<!DOCTYPE html><html lang="fr">/);
  assert.match(ti(["simulate", good, ...day, "--why", "grant=2025"]).out, /plafond joue/);
  const scenarios = file("scenarios.json", [{ name: "Deux ans", set: { "chef_de_projet.months": 24 } }]);
  const text = ti(["simulate", good, ...day, "--scenarios", scenarios]).out;
  assert.match(text, /Le dossier .*\n +Deux ans .*hypothèse/);
  failsInOneLine(["simulate", good, "--scenarios", file("no-scenarios.json", { name: 1 })], 65, /expected a list/);
  fails(["simulate", good, "--scenario", "no fields"], 64, /Half time/);
  fails(["simulate", good, "--why", "taxes"], 64, /cost, grant, other/);
  failsInOneLine(["simulate", good, ...day, "--why", "grant=2030"], 64, /2024, 2025, 2026, found 2030/);
  failsInOneLine(["simulate", good, ...day, "--why", "excess"], 1, /n'a pas ce montant/);
  fails(["simulate", good, "--compare", "--solve", "months=1"], 64, /cannot be used with/);
  fails(["simulate", good, "--solve", "annual_cost=0", ...day], 1, /budget/);
});

test("batch: what a change of scale costs, as a document", () => {
  const summary = join(folder, "national.csv");
  const lines = [example(), example()].map((dossier) => JSON.stringify(dossier)).join("\n");
  const args = ["batch", ...day, "--summary", summary];
  assert.equal(ti([...args, "--against", "level_2.rate = 70 %; *.ceiling = 32000"], lines).status, 0);
  // By hand: three years at 32 000 instead of 30 000, twice.
  assert.match(readFileSync(summary, "utf8"), /\r\nEnsemble;Total;2;180000,00;90000,00;192000,00;12000,00;/);
  failsInOneLine([...args, "--against", "level_9.rate = 1"], 64, /level_1, level_2, level_3/, lines);
  fails(["batch", "--against", "pvd"], 64, /--summary/, lines);
});
