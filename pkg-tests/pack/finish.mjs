// Completes what wasm-pack wrote in www/pkg: the elements, the entries for Node and the edge, the types, the manifest.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const www = new URL("../../www/", import.meta.url);
const pkg = new URL("pkg/", www);
const path = (name, base = pkg) => fileURLToPath(new URL(name, base));

execFileSync(process.execPath, [path("elements/build.mjs", www)], { stdio: "inherit" });

for (const name of ["node.js", "workerd.js", "server.js"]) copyFileSync(path(name, import.meta.url), path(name));
// Node starts sooner from one file than from three.
buildSync({
  entryPoints: [path("node.js")],
  outfile: path("node.js"),
  allowOverwrite: true,
  bundle: true,
  minify: true,
  format: "esm",
  platform: "node",
  target: "node20",
  charset: "utf8",
});
for (const name of ["README.md", "LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(path(`../${name}`, www), path(name));
for (const name of ["classes.d.ts", "elements.d.ts"]) copyFileSync(path(`elements/declared/${name}`, www), path(name));

/** Writes the types of `index.js`, and of what they speak of. */
function writeTypes() {
  const folder = mkdtempSync(join(tmpdir(), "types-"));
  const tsc = path("node_modules/typescript/bin/tsc", www);
  const options = ["--project", path("elements", www), "--noEmit", "false", "--emitDeclarationOnly", "--stripInternal"];
  execFileSync(process.execPath, [tsc, ...options, "--outDir", folder], { stdio: "inherit" });
  const written = new Set();
  const write = (name) => {
    written.add(name);
    const text = readFileSync(join(folder, `${name}.d.ts`), "utf8");
    writeFileSync(path(`${name}.d.ts`), text);
    for (const [, other] of text.matchAll(/"\.\/([\w-]+)\.js"/g)) {
      if (other !== "territoires_industrie" && !written.has(other)) write(other);
    }
  };
  write("index");
  rmSync(folder, { recursive: true });
  return [...written].map((name) => `${name}.d.ts`);
}
const types = writeTypes();

/** Without an `export {}`, all that a file of types declares can be imported, be it there at run time or not. */
function closeTypes(name) {
  const text = readFileSync(path(name), "utf8").replace("declare function __wbg_reset_state(): void;\n", "");
  writeFileSync(path(name), `${text.replace(/\s*(export \{\};\s*)*$/, "")}\n\nexport {};\n`);
}
for (const name of ["territoires_industrie.d.ts", "classes.d.ts"]) closeTypes(name);

// What wasm-pack wrote is of the package that it built; the crate itself is the one to name.
const metadata = ["metadata", "--locked", "--no-deps", "--format-version", "1"];
const { packages } = JSON.parse(execFileSync("cargo", metadata, { cwd: path("..", www), encoding: "utf8" }));
const crate = packages.find(({ name }) => name === "territoires-industrie");
const { name, version, description, license, keywords } = crate;
const wasm = "./territoires_industrie_bg.wasm";
const complete = {
  name,
  version,
  description,
  license,
  keywords,
  type: "module",
  engines: { node: ">=20" },
  // To register the elements is all that importing does.
  sideEffects: ["./elements.js", "./workerd.js"],
  main: "index.js",
  types: "index.d.ts",
  exports: {
    ".": { types: "./index.d.ts", workerd: "./workerd.js", node: "./node.js", default: "./index.js" },
    "./elements": { types: "./elements.d.ts", node: "./server.js", default: "./elements.js" },
    "./elements/classes": { types: "./classes.d.ts", node: "./server.js", default: "./classes.js" },
    "./wasm": wasm,
    [wasm]: wasm,
    "./package.json": "./package.json",
  },
  files: [
    "territoires_industrie_bg.wasm",
    "territoires_industrie.js",
    "territoires_industrie.d.ts",
    "index.js",
    "classes.js",
    "elements.js",
    "classes.d.ts",
    "elements.d.ts",
    ...types,
    "node.js",
    "workerd.js",
    "server.js",
    "LICENSE-MIT",
    "LICENSE-APACHE",
  ],
};
writeFileSync(path("package.json"), `${JSON.stringify(complete, null, 2)}\n`);

console.log("Integrity of the files of the package (SRI)");
for (const file of complete.files.filter((file) => /\.(js|wasm)$/.test(file))) {
  console.log(`${file.padEnd(30)} sha384-${createHash("sha384").update(readFileSync(path(file))).digest("base64")}`);
}
