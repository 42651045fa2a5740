// The corpus as pkg-tests/rust/corpus.rs expanded it, with the report of the Rust API for each case: that test
// asserts what the cases expect, the tests here that every other surface gives the same bytes.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const EXPANDED = root("target/tmp/corpus.jsonl");
const CASES = root("pkg-tests/cases");

/** `{ name, dossier, day, scale, report }` of each case: dossier and report are JSON texts, scale an id, an object or null. */
export function corpus() {
  const made = statSync(EXPANDED, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = Math.max(...readdirSync(CASES).map((file) => statSync(`${CASES}/${file}`).mtimeMs));
  assert.ok(made > newest, "the corpus is newer than its expansion: run `cargo test --test corpus` first");
  return readFileSync(EXPANDED, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
}

/** A fresh copy of the dossier that every required rule is met by. */
export const example = () => JSON.parse(readFileSync(root("pkg-tests/cases/bases/baie-d-armor.json"), "utf8"));

/** Fails with the name of the first case whose bytes differ, and says how many there are. */
export function assertSame(surface, reports) {
  const cases = corpus();
  assert.equal(reports.length, cases.length, `${surface}: one report per case`);
  const different = cases.flatMap(({ name, report }, i) =>
    report === reports[i] ? [] : [`${name}\n  Rust API: ${around(report, reports[i])}\n  ${surface}: ${around(reports[i], report)}`],
  );
  assert.ok(different.length === 0, `${different.length} of ${cases.length} differ:\n${different.slice(0, 5).join("\n")}`);
  console.log(`${surface}: ${cases.length} cases, the same bytes as the Rust API`);
}

function around(text = "", other = "") {
  const at = [...text].findIndex((letter, i) => letter !== [...other][i]);
  return [...text].slice(Math.max(0, at - 60), at + 60).join("");
}
