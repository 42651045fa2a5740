// What the files of the package weigh and hash to, when the pages are built.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const FILES = ["territoires_industrie_bg.wasm", "territoires_industrie.js", "index.js", "classes.js", "elements.js"];

export const weights = (folder) =>
  FILES.map((file) => {
    const bytes = readFileSync(new URL(file, folder));
    const integrity = `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
    return { file, brotli: brotliCompressSync(bytes).length, integrity };
  });
