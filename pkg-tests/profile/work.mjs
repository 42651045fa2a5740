// Gives a program `ti` the work of a day, on dossiers as people write them: node work.mjs PROGRAM. Says nothing unless
// something fails.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { execPath } from "node:process";
import { root } from "../support/corpus.mjs";
import { serve } from "../support/ti.mjs";

const [, , program] = process.argv;
const COUNT = 2000;
const AT_ONCE = 8;

const run = (command, args, input) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { input, encoding: "utf8", maxBuffer: 1 << 30 });
  assert.ok(!error && status === 0, error?.message ?? `${args.join(" ")}: ${status} ${stderr}`);
  return stdout;
};
const lines = run(execPath, [root("pkg-tests/generate/dossiers.mjs"), String(COUNT), "2"]);
for (const options of [[], ["--verdicts"], ["--lang", "en"]]) run(program, ["batch", "-", "--day", "2023-09-15", ...options], lines);

const dossiers = lines.trim().split("\n");
const server = await serve([], { program });
const ask = async (path, body) => {
  const answer = await fetch(server.address + path, body ? { method: "POST", headers: { "content-type": "application/json" }, body } : {});
  assert.equal(answer.status, 200, path);
  await answer.arrayBuffer();
};
let next = 0;
const client = async () => {
  for (let i = next++; i < dossiers.length; i = next++) {
    await ask("/api/v1/check?day=2023-09-15", dossiers[i]);
    if (i % 10 === 0) await ask("/api/v1/simulate", dossiers[i]);
    if (i % 50 === 0) await Promise.all(["/", "/health", "/api/v1/epcis?q=saint+brieuc"].map((path) => ask(path)));
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, client));
assert.equal(await server.stop(), 0);
