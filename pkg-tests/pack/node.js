// The package under Node: the same functions, and an `init` that reads the wasm from its file when it is given none.
import { readFile } from "node:fs/promises";
import load from "./territoires_industrie.js";

export * from "./index.js";

export default async function init(input) {
  const given = input ?? (await readFile(new URL("./territoires_industrie_bg.wasm", import.meta.url)));
  return load("module_or_path" in given ? given : { module_or_path: given });
}
