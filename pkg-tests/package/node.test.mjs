// The tarball: what is in it, and that it runs where Node imports it by its name.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { root } from "../support/corpus.mjs";
import { pack, project, run } from "../support/packed.mjs";

const FILES = [
  "LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json",
  "territoires_industrie_bg.wasm", "territoires_industrie.js", "territoires_industrie.d.ts",
  "index.js", "index.d.ts", "watch.d.ts", "events.d.ts", "tone.d.ts", "engine.d.ts",
  "elements.js", "elements.d.ts", "classes.js", "classes.d.ts",
  "node.js", "workerd.js", "server.js",
];

let here;
before(() => (here = project({
  "program.mjs": `
    import { readFile } from "node:fs/promises";
    import init, { LiveForm, TiReportEvent, evaluate, watch } from "territoires-industrie";
    const bytes = await readFile(new URL(import.meta.resolve("territoires-industrie/wasm")));
    await init({ file: undefined, bytes, module: new WebAssembly.Module(bytes), object: { module_or_path: bytes } }[process.argv[2]]);
    const form = new LiveForm({ day: "2023-09-15" });
    console.log(evaluate({}, { day: "2023-09-15" }).verdict, form.set("territory_name", "x"), typeof watch, typeof TiReportEvent);
  `,
  "server.mjs": `
    import { TiEligibility } from "territoires-industrie/elements";
    import { TiCofinancing } from "territoires-industrie/elements/classes";
    console.log(typeof TiEligibility, typeof TiCofinancing);
  `,
})));
after(() => here?.remove());

test("it holds what it needs and no more, and one wasm", () => {
  const folder = mkdtempSync(join(tmpdir(), "package-"));
  const { files, name, version } = pack(folder);
  rmSync(folder, { recursive: true });
  assert.equal(name, "territoires-industrie");
  assert.match(readFileSync(root("Cargo.toml"), "utf8"), new RegExp(`version = "${version}"`));
  assert.deepEqual(files.map(({ path }) => path).sort(), FILES.sort());
});

test("its manifest is complete, and every file that it names is there", () => {
  const home = here.at("node_modules/territoires-industrie/");
  const manifest = JSON.parse(readFileSync(`${home}package.json`, "utf8"));
  for (const key of ["description", "license", "keywords", "engines", "types", "main", "sideEffects"]) assert.ok(manifest[key], key);
  const named = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(named));
  for (const file of [...named(manifest.exports), manifest.main, manifest.types, ...manifest.sideEffects]) {
    assert.ok(readFileSync(join(home, file)).length > 0, file);
  }
  for (const file of FILES.filter((file) => /\.(d\.ts|js)$/.test(file))) {
    for (const [, other] of readFileSync(join(home, file), "utf8").matchAll(/(?:from|import) ?"\.\/([\w.-]+)"/g)) {
      const typed = file.endsWith(".d.ts") ? other.replace(/\.js$/, ".d.ts") : other;
      assert.ok(FILES.includes(typed), `${file} imports ${other}`);
    }
  }
});

test("Node imports it by its name, and it finds its wasm", () => {
  for (const how of ["file", "bytes", "module", "object"]) {
    assert.equal(run(here.folder, ["program.mjs", how]), "incomplete false function function\n", how);
  }
});

test("a server that renders pages imports the elements without a browser", () => {
  assert.equal(run(here.folder, ["server.mjs"]), "function function\n");
});

test("the script of the elements weighs at most 15 kB", () => {
  const weights = ["elements.js", "classes.js", "index.js"].map((name) => {
    const weight = brotliCompressSync(readFileSync(root(`www/pkg/${name}`))).length;
    console.log(`${name.padEnd(12)} ${(weight / 1000).toFixed(1)} kB brotli`);
    return weight;
  });
  assert.ok(weights.reduce((sum, weight) => sum + weight) <= 15_000, `${weights}`);
});
