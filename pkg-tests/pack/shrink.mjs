// shrink.mjs FOLDER NAME: makes what wasm-pack wrote in a folder as small as a page wants it: the wasm through wasm-opt, with short names
// between it and its glue, and the glue without blanks and comments.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

// Rust's stack lies first in the memory, and ends there: no pointer leads into its last kilobyte and comes out below it.
const LAYOUT = "--low-memory-unused";
const SHORT_NAMES = "--minify-imports-and-exports-and-modules"; // prints which name stands for which

const [, , folder, name] = argv;
const file = (ending) => join(folder, `${name}${ending}`);
const wasmOpt = fileURLToPath(new URL("../node_modules/.bin/wasm-opt", import.meta.url));
const wasm = file("_bg.wasm");
const glue = file(".js");

const run = (...options) => execFileSync(wasmOpt, [...options, wasm, "-o", wasm], { encoding: "utf8" });
run("-Os", "--converge", "--always-inline-max-function-size=4", LAYOUT, "--strip-debug", "--strip-producers");
const names = JSON.parse(run("-Os", LAYOUT, SHORT_NAMES));

// What may throw catches it itself, and takes its arguments by name: V8 compiles a wrapper more for each signature that has
// functions of both kinds, before the first report.
const MAY_THROW = /function\(\) \{ return handleError\(function \(([^)]*)\) \{([^]*?)\n {8}\}, arguments\); \}/g;
const THROWN = /function handleError\(f, args\) \{\s*try \{\s*return f\.apply\(this, args\);\s*\} catch \(e\) \{([^}]*)\}\s*\}/;
const caught = (glue) => {
  const written = glue
    .replace(MAY_THROW, "function($1) { try {$2\n} catch (e) { handleError(e); } }")
    .replace(THROWN, "function handleError(e) {$1}");
  if (/, arguments\)|handleError\(f\b/.test(written)) throw new Error("the glue catches otherwise");
  return written;
};

// Every call passes here: one that comes too early is told what to do.
const GUARD = "function __wbg_call_guard() {";
const TOO_EARLY = 'if (wasm === undefined) throw new Error("territoires-industrie: await init() first");';

const short = new Map(names.imports.map(([, name, short]) => [name, short]));
const shortExport = new Map(names.exports);
let replaced = 0;
const renamed = caught(readFileSync(glue, "utf8"))
  .replace(GUARD, `${GUARD} ${TOO_EARLY}`)
  .replaceAll("return wasm;", "return { memory: wasm.memory };") // of the exports, all that is for others
  .replace(/^( {8})(__wb\w+)(: function)/gm, (_, indent, name, rest) => (replaced++, indent + JSON.stringify(short.get(name)) + rest))
  .replace(/\bwasm\.(\w+)/g, (_, name) => `wasm[${JSON.stringify(shortExport.get(name))}]`)
  .replace(/"\.\/\w+_bg\.js"(?=: import0)/, '"a"');
if (replaced !== names.imports.length) throw new Error(`${replaced} of ${names.imports.length} imports were found in the glue`);

writeFileSync(glue, transformSync(renamed, { minify: true, format: "esm", target: "es2022", charset: "utf8" }).code);
const types = file(".d.ts");
const initOutput = /export interface InitOutput \{[^}]*\}/;
writeFileSync(types, readFileSync(types, "utf8").replace(initOutput, "export interface InitOutput {\n    readonly memory: WebAssembly.Memory;\n}"));
rmSync(file("_bg.wasm.d.ts"), { force: true });
