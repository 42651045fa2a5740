// `ti batch` as people meet it: tables from spreadsheets, bad lines in their place, interruptions, short lines, memory.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { example, root } from "../support/corpus.mjs";
import { TI, ti } from "../support/ti.mjs";

const folder = mkdtempSync(join(tmpdir(), "batch-"));
after(() => rmSync(folder, { recursive: true }));

const day = ["--day", "2023-09-15"];
const file = (name, content) => (writeFileSync(join(folder, name), content), join(folder, name));
const parsed = ({ out }) => out.split("\n").slice(0, -1).map((line) => JSON.parse(line));
const batch = (input, ...options) => parsed(ti(["batch", ...day, ...options], input));
const reportOf = (dossier) => JSON.parse(ti(["check", "--format", "json", ...day], JSON.stringify(dossier)).out);

/** A dossier as columns named by paths and their cells; lists of words in one cell when `joined`. */
function cells(value, joined, path = "") {
  if (Array.isArray(value) && joined && value.every((item) => typeof item === "string")) return [[path, value.join(", ")]];
  if (value !== null && typeof value === "object") {
    return Object.entries(value).flatMap(([key, item]) => cells(item, joined, path ? `${path}.${key}` : key));
  }
  return [[path, String(value)]];
}

const quoted = (cell) => (/[";,\t\n|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const row = (row, delimiter = ";") => row.map(quoted).join(delimiter);

/** Two columns and a third that a dossier lacks, so that rows stay short. */
const HEAD = "territory_name;chef_de_projet.annual_cost;perimeter.epcis";

for (const delimiter of [";", ",", "\t", "|"]) {
  for (const joined of [false, true]) {
    test(`a table with ${JSON.stringify(delimiter)}, ${joined ? "a list in one cell" : "a column for each item"}, is the dossier in JSON`, () => {
      const dossier = example();
      const [columns, values] = [0, 1].map((i) => cells(dossier, joined).map((cell) => cell[i]));
      const table = `${row(columns, delimiter)}\n${row(values, delimiter)}\n`;
      const expected = reportOf(dossier);
      assert.equal(expected.verdict, "admissible");
      assert.deepEqual(batch(table), [expected], "known by what stands in it");
      assert.deepEqual(parsed(ti(["batch", ...day, file("dossiers.csv", table)])), [expected], "known by its name");
      assert.deepEqual(batch(table, "--input", "csv"), [expected], "as said");
    });
  }
}

test("what spreadsheets do: a mark, Windows-1252, UTF-16, sep=, CRLF, decimal comma, VRAI, blank rows", () => {
  const expected = reportOf({ territory_name: "Côte d'Opale – Œuvre", flags: { industrial_shock: true }, chef_de_projet: { annual_cost: "62 000,50 €" } });
  const head = "territory_name;flags.industrial_shock;chef_de_projet.annual_cost";
  const text = `${head}\r\n;;\r\nCôte d'Opale – Œuvre;VRAI;62 000,50 €\r\n\r\n;;\r\n`;
  const windows = Buffer.from([...text].map((c) => ({ "–": 0x96, "Œ": 0x8c, "€": 0x80 })[c] ?? c.charCodeAt(0)));
  const unicode = Buffer.from(`\ufeff${text.replaceAll(";", "\t")}`, "utf16le"); // « Texte Unicode »
  const tables = { "UTF-8": text, mark: `\ufeff${text}`, "Windows-1252": windows, "UTF-16": unicode, "sep=": `sep=;\r\n${text}` };
  tables["UTF-16, the other way round"] = Buffer.from(unicode).swap16();
  for (const [name, table] of Object.entries(tables)) {
    assert.deepEqual(batch(table), [expected], name);
  }
});

test("line breaks in quotes belong to the cell, and lines are counted as an editor counts them", () => {
  const table = `${HEAD}\n"Baie\nd'Armor ""nord""";1;200069391\n\ncourt;1\nA;2;200069409\nlong;1;2;3\n`;
  const { status, out, err } = ti(["batch", ...day, "--verdicts"], table);
  assert.equal(status, 1);
  assert.match(err, /2 lines.*line 5/);
  const [baie, short, a, long, ...rest] = parsed({ out });
  assert.deepEqual([baie.line, baie.territory_name], [2, "Baie\nd'Armor \"nord\""]);
  assert.deepEqual([a.line, a.territory_name], [6, "A"]);
  assert.deepEqual([short, long].map(({ line, error }) => [line, /cells.*3/.test(error)]), [[5, true], [7, true]]);
  assert.deepEqual(rest, []);
});

test("a quotation mark left open spoils its line alone", () => {
  const tables = {
    "to the end": `${HEAD}\n"ouvert;1;2\nA;2;200069409\nB;2;200069409\n`,
    "to the next one": `${HEAD}\n"ouvert;1;2\nA;2;200069409\nB;"2";200069409\n`,
  };
  for (const [name, table] of Object.entries(tables)) {
    const answers = batch(table, "--verdicts");
    assert.deepEqual(answers.map(({ line, territory_name }) => [line, territory_name]), [[2, undefined], [3, "A"], [4, "B"]], name);
    assert.match(answers[0].error, /quotation mark/, name);
  }
});

test("columns that no dossier has are told once, and among the unknown keys", () => {
  const { out, err } = ti(["batch", ...day], "territory_name;perimetre;;territory_name\nA;x;;\nB;;;C\n");
  assert.equal(err.trimEnd().split("\n").length, 3, err);
  assert.match(err, /not read: perimetre\n/);
  assert.match(err, /column 3 has no name/);
  assert.match(err, /column 4, territory_name/);
  assert.deepEqual(parsed({ out }).map((report) => report.unknown_keys), [["perimetre"], []]);
});

test("a table without a column of a dossier is no table of dossiers, 65", () => {
  for (const table of ["nom;ville\nA;B\n", "", "\n\n"]) {
    const { status, out, err } = ti(["batch", ...day, file("other.csv", table)]);
    assert.deepEqual([status, out], [65, ""]);
    assert.match(err, /other\.csv.*perimeter\.epcis\.0.*found/);
    assert.equal(err.trimEnd().split("\n").length, 1);
  }
});

test("text under a mark of UTF-8 that is no UTF-8 is refused, not guessed", () => {
  const answers = batch(Buffer.concat([Buffer.from(`\ufeff${HEAD}\nA;1;\n`), Buffer.from("C\xf4te;1;\n", "latin1"), Buffer.from("B;1;\n")]), "--verdicts");
  assert.deepEqual(answers.map(({ line, error }) => [line, Boolean(error)]), [[2, false], [3, true], [4, false]]);
});

test("JSON Lines: any bad line has its number, blank lines count but give nothing", () => {
  const bad = ["{", "[]", '"x"', "\xff", '{"a":', "nul", "{}{}"];
  const lines = Buffer.from(bad.flatMap((line) => [line, "", "{}"]).join("\r\n"), "latin1");
  const answers = batch(lines, "--verdicts");
  assert.deepEqual(answers.map(({ line, error }) => [line, Boolean(error)]), bad.flatMap((_, i) => [[3 * i + 1, true], [3 * i + 3, false]]));
  assert.deepEqual(batch("\ufeff{}\n\n"), [reportOf({})]);
});

test("a line that no dossier is as long as is passed over in bounded memory", () => {
  const long = file("long.jsonl", Buffer.concat([Buffer.from('{}\n{"x":"'), Buffer.alloc(40 << 20, "x"), Buffer.from('"}\n{}\n')]));
  const { status, out } = ti(["batch", ...day, "--verdicts", long]);
  const answers = parsed({ out });
  assert.equal(status, 1);
  assert.deepEqual(answers.map(({ line, error }) => [line, error ?? ""]), [[1, ""], [2, "longer than 16 MiB"], [3, ""]]);
});

/** Some thousands of dossiers of which no two neighbours are alike. */
const many = () => Array.from({ length: 3000 }, (_, i) => (i % 7 === 3 ? "{" : JSON.stringify({ ...example(), territory_name: `T${i}` })));

test("the order is that of the lines, whatever the number of jobs", () => {
  const path = file("many.jsonl", `${many().join("\n")}\n`);
  const [one, ...others] = [1, 2, 5].map((jobs) => ti(["batch", path, ...day, "--verdicts", "--jobs", String(jobs)]).out);
  assert.deepEqual(parsed({ out: one }).map(({ line }) => line), many().map((_, i) => i + 1));
  for (const other of others) assert.equal(other, one);
});

test("a short line holds what the report says", () => {
  const dossiers = [example(), {}, { ...example(), filed_on: "2023-09-25" }, { perimeter: { epcis: "x" } }];
  const short = batch(dossiers.map((dossier) => JSON.stringify(dossier)).join("\n"), "--verdicts");
  dossiers.forEach((dossier, i) => {
    const { verdict, verdict_apart_from_window, progress, next_steps } = reportOf(dossier);
    const territory_name = dossier.territory_name ?? null;
    assert.deepEqual(short[i], { line: i + 1, territory_name, verdict, verdict_apart_from_window, progress, next_steps });
  });
});

test("the summary is the same beside short lines, and never replaces the dossiers", () => {
  const path = file("summed.jsonl", `${many().join("\n")}\n`);
  const [full, short] = [[], ["--verdicts"]].map((options, i) => {
    const summary = join(folder, `summary-${i}.json`);
    ti(["batch", path, ...day, "--summary", summary, ...options]);
    return readFileSync(summary, "utf8");
  });
  assert.equal(short, full);
  assert.equal(JSON.parse(full).dossiers, many().filter((line) => line !== "{").length);
  const { status, err } = ti(["batch", path, ...day, "--summary", path]);
  assert.equal(status, 64);
  assert.match(err, /replace/);
  assert.equal(readFileSync(path, "utf8").split("\n").length, 3001);
});

for (const signal of ["SIGINT", "SIGTERM"]) {
  test(`${signal} in the middle: what was written is whole lines`, async () => {
    const program = spawn(TI, ["batch", ...day], { stdio: ["pipe", "pipe", "pipe"] });
    program.stdin.on("error", () => {}); // it goes away while it is being written to
    const line = `${JSON.stringify(example())}\n`;
    const feed = () => { while (program.stdin.writable && program.stdin.write(line.repeat(50))); };
    program.stdin.on("drain", feed);
    feed();
    let out = "";
    program.stdout.setEncoding("utf8");
    program.stdout.on("data", (chunk) => {
      if (!out) setTimeout(() => program.kill(signal), 20);
      out += chunk;
    });
    const ended = await new Promise((resolve) => program.once("close", (_, by) => resolve(by)));
    program.stdin.destroy();
    assert.equal(ended, signal, "it tells who ended it");
    assert.ok(out.endsWith("}\n"));
    const expected = JSON.stringify(reportOf(example()));
    assert.ok(out.trimEnd().split("\n").every((report) => report === expected));
  });
}

/** What a run holds at most, in kB, by the system's own count. */
async function memory(lines) {
  const program = spawn(TI, ["batch", ...day, "--jobs", "2"], { stdio: ["pipe", "pipe", "inherit"] });
  let most = 0;
  program.stdout.on("data", () => {
    const status = readFileSync(`/proc/${program.pid}/status`, "utf8");
    most = Math.max(most, Number(status.match(/VmHWM:\s*(\d+)/)?.[1] ?? 0));
  });
  const line = `${JSON.stringify(example())}\n`.repeat(100);
  for (let i = 0; i < lines / 100; i++) {
    if (!program.stdin.write(line)) await new Promise((resolve) => program.stdin.once("drain", resolve));
  }
  program.stdin.end();
  await new Promise((resolve) => program.once("close", resolve));
  return most;
}

test("ten times the dossiers take no more memory", { skip: process.platform !== "linux" }, async () => {
  const [some, more] = [await memory(500), await memory(5000)];
  // Kept, they would be 150 MB; how full the pipeline gets depends on what else runs.
  assert.ok(some > 0 && more < some + 24_000, `${some} kB, then ${more} kB`);
});

test("bad options are told in a line, 64", () => {
  for (const options of [["--jobs", "0"], ["--jobs", "many"], ["--input", "xml"]]) {
    const { status, err } = ti(["batch", ...options], "{}");
    assert.equal(status, 64);
    assert.match(err, new RegExp(options[1]));
    assert.equal(err.trimEnd().split("\n").length, 1, err);
  }
});

test("generated dossiers are the same each time, and every one is read", () => {
  const made = () => spawnText(process.execPath, [root("pkg-tests/generate/dossiers.mjs"), "300", "7"]);
  return Promise.all([made(), made()]).then(([one, other]) => {
    assert.ok(one === other, "the same bytes");
    const verdicts = new Set(batch(one, "--verdicts").map(({ verdict }) => verdict));
    assert.deepEqual(verdicts, new Set(["admissible", "incomplete", "inadmissible"]));
  });
});

function spawnText(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (chunk) => (out += chunk));
    child.once("error", reject).once("close", () => resolve(out));
  });
}
