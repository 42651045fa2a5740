// What the wasm weighs, as it is and as a server sends it, and which of its sections weigh. Prints, judges nothing.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const NAMES = ["custom", "types", "imports", "functions", "tables", "memory", "globals", "exports", "start", "elements", "code", "data", "data count"];
const pkg = (name) => readFileSync(fileURLToPath(new URL(`../../www/pkg/${name}`, import.meta.url)));
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
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
    const name = NAMES[wasm[at++]];
    const length = number();
    yield [name, wasm.subarray(at, at + length)];
    at += length;
  }
}

const wasm = pkg("territoires_industrie_bg.wasm");
const parts = [...sections(wasm)].filter(([, bytes]) => bytes.length > 1000);
console.log("size             raw    brotli");
for (const [name, bytes] of [["wasm", wasm], ...parts.map(([name, bytes]) => [`  ${name}`, bytes]), ["glue (js)", pkg("territoires_industrie.js")]]) {
  console.log(`${name.padEnd(11)}${kB(bytes.length)} ${kB(brotli(bytes))}`);
}
