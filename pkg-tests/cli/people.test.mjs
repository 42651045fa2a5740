// What `ti` shows to people: the width and the colours of their terminal, help with examples, completions, a quiet end.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { example } from "../support/corpus.mjs";
import { TI, ti } from "../support/ti.mjs";

const folder = mkdtempSync(join(tmpdir(), "people-"));
after(() => rmSync(folder, { recursive: true }));
const good = join(folder, "good.json");
writeFileSync(good, JSON.stringify(example()));
const many = join(folder, "many.jsonl");
writeFileSync(many, `${JSON.stringify(example())}\n`.repeat(500));

const day = ["--day", "2023-09-15"];
const { NO_COLOR, CLICOLOR, CLICOLOR_FORCE, COLUMNS, ...plain } = process.env;
const with_ = (env, args, input = "") => spawnSync(TI, args, { input, encoding: "utf8", env: { ...plain, ...env } }).stdout;
const ESCAPE = /\x1b/;

test("colours only where they are wanted", () => {
  const check = ["check", good, ...day];
  assert.doesNotMatch(with_({}, check), ESCAPE, "no terminal");
  assert.match(with_({ CLICOLOR_FORCE: "1" }, check), ESCAPE);
  assert.doesNotMatch(with_({ NO_COLOR: "1" }, check), ESCAPE);
  assert.doesNotMatch(with_({ CLICOLOR_FORCE: "1" }, [...check, "--format", "json"]), ESCAPE, "programs get none");
  assert.equal(with_({ CLICOLOR_FORCE: "1" }, check).replace(/\x1b\[[\d;]*m/g, ""), with_({}, check));
});

test("lines are as wide as the terminal, and whole for programs", () => {
  const widest = (text) => Math.max(...text.split("\n").map((line) => [...line].length));
  for (const command of [["check", ...day], ["rules"], ["rules", "--lang", "en"]]) {
    assert.ok(widest(with_({ COLUMNS: "72" }, command, "{}")) <= 72, command.join(" "));
    assert.ok(widest(with_({}, command, "{}")) > 120, "one check a line");
  }
  const words = (text) => text.replace(/[\s\u00a0]+/g, " ");
  assert.equal(words(with_({ COLUMNS: "60" }, ["check", ...day], "{}")), words(with_({}, ["check", ...day], "{}")), "nothing is lost");
});

test("check: what to do comes first, with the fields to fill", () => {
  const text = with_({}, ["check", ...day], JSON.stringify({ filed_on: "15-9", perimeter: { epcis: ["200069391"] }, perimetre: 1 }));
  const places = ["À compléter", "À relire", "filed_on « 15-9 »", "À faire", "P5", "→ perimeter.single_epci_reason", "perimetre : clé inconnue", "Contrôles"].map((part) => text.indexOf(part));
  assert.deepEqual(places, [...places].sort((a, b) => a - b), text);
  assert.ok(!places.includes(-1), text);
});

test("what is typed is nothing that a terminal obeys", () => {
  assert.doesNotMatch(with_({}, ["check", ...day], JSON.stringify({ filed_on: "\x1b[2J", "\x1b]0;x": 1 })), ESCAPE);
  const dossier = { ...example(), territory_name: "a\x1b[2Jb" };
  assert.doesNotMatch(with_({}, ["simulate", ...day], JSON.stringify(dossier)), ESCAPE);
});

const commands = with_({}, ["--help"]).match(/^Commands:\n([\s\S]*?)\n\n/m)[1].match(/^ {2}\w+/gm).map((name) => name.trim());

for (const command of commands.filter((name) => name !== "help")) {
  test(`${command}: help with examples`, () => {
    const { status, out } = ti([command, "--help"]);
    assert.equal(status, 0);
    assert.match(out, new RegExp(`Examples?:\\n +(.*\\| )?ti ${command}`));
  });
}

test("completions know every command", () => {
  for (const shell of ["bash", "zsh", "fish", "elvish", "powershell"]) {
    const { status, out } = ti(["completions", shell]);
    assert.equal(status, 0);
    for (const command of commands) assert.ok(out.includes(command), `${shell}: ${command}`);
  }
});

test("bad usage is told in a line that names the help to read", () => {
  for (const [args, words] of [[["chekc"], /'check'.*ti --help/], [["check", "--fromat", "json"], /--format.*ti check --help/], [["epci"], /QUERY.*ti epci --help/], [["check", "--day", "demain", "--lang", "de"], /demain.*2023-09-15/]]) {
    const { status, out, err } = ti(args);
    assert.deepEqual([status, out], [64, ""]);
    assert.match(err, words);
    assert.equal(err.trimEnd().split("\n").length, 1, err);
  }
});

for (const args of [["check", good, ...day], ["simulate", good, ...day, "--compare"], ["batch", many, ...day], ["rules"], ["scales"], ["epci", "22"], ["completions", "zsh"], ["--help"]]) {
  test(`${args[0]}: a reader that goes away ends it quietly`, async () => {
    const program = spawn(TI, args, { stdio: ["ignore", "pipe", "pipe"] });
    program.stdout.destroy();
    let err = "";
    program.stderr.on("data", (chunk) => (err += chunk));
    const code = await new Promise((resolve) => program.once("close", resolve));
    assert.deepEqual([code, err], [0, ""]);
  });
}
