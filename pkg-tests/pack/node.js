// The package under Node: the same functions, and an `init` that reads the wasm from its file when it is given none.
import { readFileSync } from "node:fs";
import { initSync } from "./territoires_industrie.js";

export * from "./index.js";

let made = false;

export default async function init(input) {
  if (made) return initSync();
  const named = typeof input === "object" && input !== null && "module_or_path" in input;
  const given = await (named ? input.module_or_path : input);
  const module = await compilable(given ?? new URL("./territoires_industrie_bg.wasm", import.meta.url));
  // At once, and the first one stays: whatever else was under way meanwhile finds it there.
  const engine = initSync({ module });
  made = true;
  return engine;
}

/** Bytes or a module, of what stands for them: a path, an address, a request, a response. */
async function compilable(given) {
  const isText = typeof given === "string";
  // `C:` is no scheme.
  const isAddress = given instanceof URL || (isText && /^[a-z][a-z\d+.-]+:/i.test(given));
  if (isText || isAddress) {
    const file = isAddress ? new URL(given) : given;
    // Nothing else is to be done meanwhile, and a round through other threads takes longer.
    if (!isAddress || file.protocol === "file:") return readFileSync(file);
  }
  const answer = isAddress || given instanceof Request ? await fetch(given) : given;
  if (!(answer instanceof Response)) return answer;
  if (!answer.ok) throw new Error(`territoires-industrie: ${answer.url} could not be fetched (${answer.status})`);
  return answer.arrayBuffer();
}
