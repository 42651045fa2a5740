// The package under Node: the same functions, and an `init` that reads the wasm from its file when it is given none.
import { readFileSync } from "node:fs";
import load, { initSync } from "./territoires_industrie.js";

export * from "./index.js";

export default async function init(input) {
  // At once: nothing else is to be done meanwhile, and a round through other threads takes longer.
  if (input == null) return initSync({ module: readFileSync(new URL("./territoires_industrie_bg.wasm", import.meta.url)) });
  return load("module_or_path" in input ? input : { module_or_path: input });
}
