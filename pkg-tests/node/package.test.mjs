// The package as its users load it: packed, unpacked beside a program that is not ours, imported by its name.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { root } from "../support/corpus.mjs";

const folder = mkdtempSync(join(tmpdir(), "package-"));
after(() => rmSync(folder, { recursive: true }));

const PROGRAM = `
import { readFile } from "node:fs/promises";
import init, { evaluate } from "territoires-industrie";
const file = new URL(import.meta.resolve("territoires-industrie/territoires_industrie_bg.wasm"));
const bytes = await readFile(file);
await init({ file: undefined, bytes, module: new WebAssembly.Module(bytes), object: { module_or_path: bytes } }[process.argv[2]]);
console.log(evaluate({}, { day: "2023-09-15" }).verdict);
`;

test("packed, it loads by its name, and holds what it needs and no more", () => {
  const [{ filename, files }] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: root("www/pkg"), encoding: "utf8", stdio: "pipe" }),
  );
  const names = files.map(({ path }) => path);
  for (const name of ["node.js", "territoires_industrie.js", "territoires_industrie.d.ts", "territoires_industrie_bg.wasm", "LICENSE-MIT"]) {
    assert.ok(names.includes(name), `${name} is in the package`);
  }
  const home = join(folder, "node_modules/territoires-industrie");
  mkdirSync(home, { recursive: true });
  execFileSync("tar", ["-xzf", join(folder, filename), "-C", home, "--strip-components=1"]);
  const program = join(folder, "program.mjs");
  writeFileSync(program, PROGRAM);
  for (const how of ["file", "bytes", "module", "object"]) {
    assert.equal(execFileSync(process.execPath, [program, how], { encoding: "utf8" }), "incomplete\n", how);
  }
});
