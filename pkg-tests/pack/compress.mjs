// Writes beside each text and wasm of a folder what servers send to browsers that ask for less: `.br` and `.gz`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [, , folder] = argv;
for (const { name, parentPath, path } of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!/\.(css|html|js|json|svg|wasm)$/.test(name)) continue;
  const file = join(parentPath ?? path, name);
  const content = readFileSync(file);
  // It fits in a packet as it is.
  if (content.length < 1000) continue;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}
