// Completes what wasm-pack wrote in www/pkg: an entry for Node beside the one for browsers, both behind one name.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";

const pkg = new URL("../../www/pkg/", import.meta.url);
copyFileSync(new URL("node.js", import.meta.url), new URL("node.js", pkg));

const path = new URL("package.json", pkg);
const manifest = JSON.parse(readFileSync(path, "utf8"));
const wasm = "./territoires_industrie_bg.wasm";
manifest.exports = {
  ".": { types: `./${manifest.types}`, node: "./node.js", default: `./${manifest.main}` },
  [wasm]: wasm,
  "./package.json": "./package.json",
};
manifest.files = [...new Set([...manifest.files, "node.js", "LICENSE-MIT", "LICENSE-APACHE"])];
writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
