// The tarball: what is in it, and that it runs where Node imports it by its name.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
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
    import { createServer } from "node:http";
    import { fileURLToPath } from "node:url";
    import init, { LiveForm, TiReportEvent, evaluate, watch } from "territoires-industrie";
    const address = import.meta.resolve("territoires-industrie/wasm");
    const bytes = await readFile(new URL(address));
    const server = createServer((request, response) => (response.statusCode = request.url === "/wasm" ? 200 : 404, response.end(bytes)));
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const served = "http://127.0.0.1:" + server.address().port + "/";
    const given = {
      nothing: () => undefined,
      bytes: () => bytes,
      "a module": () => new WebAssembly.Module(bytes),
      "an object": () => ({ module_or_path: bytes }),
      "an object with an address": () => ({ module_or_path: address }),
      "a promise": () => Promise.resolve(bytes),
      "a promise of an address": () => Promise.resolve(address),
      "the address of the file": () => address,
      "its URL": () => new URL(address),
      "its path": () => fileURLToPath(address),
      "a path from here": () => "node_modules/territoires-industrie/territoires_industrie_bg.wasm",
      "an address": () => served + "wasm",
      "a response": () => fetch(served + "wasm"),
      "a request": () => new Request(served + "wasm"),
      "an address of nothing": () => served,
      "a path to nothing": () => "nowhere.wasm",
    }[process.argv[2]];
    try {
      await init(given());
    } catch ({ message }) {
      console.log(message);
    }
    server.close();
    const form = new LiveForm({ day: "2023-09-15" });
    console.log(evaluate({}, { day: "2023-09-15" }).verdict, form.set("territory_name", "x"), typeof watch, typeof TiReportEvent);
  `,
  "twice.mjs": `
    import { readFile } from "node:fs/promises";
    import init, { initSync, LiveForm } from "territoires-industrie";
    const bytes = await readFile(new URL(import.meta.resolve("territoires-industrie/wasm")));
    const loading = [init(bytes), init({ module_or_path: Promise.resolve(bytes) })];
    const { memory } = process.argv[2] === "init" ? await init() : initSync({ module: bytes });
    const form = new LiveForm({ day: "2023-09-15" });
    const loaded = await Promise.all([...loading, init()]);
    console.log(form.report().verdict, loaded.every((one) => one.memory === memory));
  `,
  "early.mjs": `
    import { evaluate, LiveForm, searchEpcis } from "territoires-industrie";
    for (const call of [() => evaluate({}), () => new LiveForm(), () => searchEpcis("x")]) {
      try {
        call();
      } catch ({ message }) {
        console.log(message);
      }
    }
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
  const ways = [
    "nothing", "bytes", "a module", "an object", "an object with an address", "a promise", "a promise of an address",
    "the address of the file", "its URL", "its path", "a path from here", "an address", "a response", "a request",
  ];
  for (const how of ways) {
    assert.equal(run(here.folder, ["program.mjs", how]), "incomplete false function function\n", how);
  }
});

test("Node says which wasm is not there", () => {
  const said = (how) => spawnSync(process.execPath, ["program.mjs", how], { cwd: here.folder, encoding: "utf8" }).stdout;
  assert.match(said("an address of nothing"), /http:\/\/127.*could not be fetched \(404\)/);
  assert.match(said("a path to nothing"), /no such file.*nowhere\.wasm/);
});

test("under Node there is one instance, however many loads are under way", () => {
  for (const how of ["init", "initSync"]) {
    assert.equal(run(here.folder, ["twice.mjs", how]), "incomplete true\n", how);
  }
});

test("a call that comes before init is told so", () => {
  assert.equal(run(here.folder, ["early.mjs"]), "territoires-industrie: await init() first\n".repeat(3));
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
