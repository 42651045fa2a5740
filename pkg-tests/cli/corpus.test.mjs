// Every case of the corpus through `ti check` and `ti batch`: the same bytes as the Rust API (contract, §2 and §4).
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { assertSame, corpus } from "../support/corpus.mjs";
import { ti, tiEach } from "../support/ti.mjs";

const EXITS = { admissible: 0, incomplete: 1, inadmissible: 2 };
const folder = mkdtempSync(join(tmpdir(), "corpus-"));
after(() => rmSync(folder, { recursive: true }));

/** The options of a case; a whole scale goes through a file. */
function options({ day, scale }, i) {
  if (scale === null) return ["--day", day];
  if (typeof scale === "string") return ["--day", day, "--scale", scale];
  const file = join(folder, `${i}.json`);
  writeFileSync(file, JSON.stringify(scale));
  return ["--day", day, "--scale", file];
}

test("ti check", async () => {
  const cases = corpus();
  const calls = cases.map((one, i) => [["check", "--format", "json", ...options(one, i)], one.dossier]);
  const reports = (await tiEach(calls)).map(({ status, out, err }, i) => {
    const { name, report } = cases[i];
    assert.equal(status, EXITS[JSON.parse(report).verdict], `${name}: exit code (${err})`);
    return out.trimEnd();
  });
  assertSame("ti check", reports);
});

test("ti batch", () => {
  const groups = new Map(); // one call for all the cases of the same day and scale
  corpus().forEach((one, i) => {
    const key = JSON.stringify([one.day, one.scale]);
    groups.set(key, [...(groups.get(key) ?? []), [i, one]]);
  });
  const reports = [];
  for (const group of groups.values()) {
    const [[first, one]] = group;
    const { status, out, err } = ti(["batch", ...options(one, first)], group.map(([, { dossier }]) => `${dossier}\n`).join(""));
    assert.equal(status, 0, err);
    out.trimEnd().split("\n").forEach((report, k) => (reports[group[k][0]] = report));
  }
  assertSame("ti batch", reports);
});
