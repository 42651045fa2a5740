// What a page loads to use the engine: the wasm, its sections, and its glue; as they are and as a server sends them.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { root } from "./corpus.mjs";

const SECTIONS = ["custom", "types", "imports", "functions", "tables", "memory", "globals", "exports", "start", "elements", "code", "data", "data count"];
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);

function* sections(wasm) {
  let at = 8; // after the magic number and the version
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < wasm.length) {
    const name = SECTIONS[wasm[at++]];
    const length = number();
    yield [name, wasm.subarray(at, at + length)];
    at += length;
  }
}

/** `{ total, table }`: the bytes of wasm and glue once compressed, and a table of what weighs. */
export function weigh() {
  const wasm = readFileSync(root("www/pkg/territoires_industrie_bg.wasm"));
  const glue = readFileSync(root("www/pkg/territoires_industrie.js"));
  const data = ["epcis-2023.tsv", "departements-2023.tsv"].map((name) => readFileSync(root(`src/data/${name}`)));
  const parts = [...sections(wasm)].filter(([, bytes]) => bytes.length > 1000);
  const rows = [
    ["wasm", wasm],
    ...parts.map(([name, bytes]) => [`  ${name}`, bytes]),
    ["    of it the directory", Buffer.concat(data)],
    ["glue (js)", glue],
  ];
  const total = brotli(wasm) + brotli(glue);
  const line = (name, raw, compressed) => `${name.padEnd(24)}${kB(raw)} ${kB(compressed)}`;
  const table = [
    `${"size".padEnd(24)}${"raw".padStart(9)} ${"brotli".padStart(9)}`,
    ...rows.map(([name, bytes]) => line(name, bytes.length, brotli(bytes))),
    line("wasm and glue", wasm.length + glue.length, total),
  ];
  return { total, table: table.join("\n") };
}
