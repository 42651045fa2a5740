// The package at the edge: there the wasm is a module of the worker, compiled before it starts.
import module from "./territoires_industrie_bg.wasm";
import { initSync } from "./territoires_industrie.js";

initSync({ module });

export * from "./index.js";

export default async function init() {
  return initSync();
}
