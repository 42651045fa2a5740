// Writes the communes of 1 January 2023 with their EPCI in www/src/epci: communes-2023.tsv.
// One line per EPCI or EPT, by SIREN: the SIREN less that of the line before, then the names of its communes.
//
//   node pkg-tests/generate/communes.mjs [--check]
//
// With --check nothing is written: exit code 1 says that the committed file is not what the source gives.
// Source: INSEE and DGCL, under the Licence Ouverte 2.0, as src/data/README.md says of the directory.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const VERSION = "3.1.1"; // of the package: one version is one year
const BUDGET = 170_000; // bytes, brotli: loaded when an intercommunalité is first searched

// The source writes `Œting` as `oeting`: no other name begins with a small letter.
const LOST_LIGATURE = /^oe/;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const source = (name) => JSON.parse(readFileSync(here(`../node_modules/@etalab/decoupage-administratif/${name}.json`), "utf8"));

function fail(message) {
  console.error(`communes.mjs: ${message}`);
  process.exit(1);
}

const { version } = source("package");
if (version !== VERSION) fail(`@etalab/decoupage-administratif ${VERSION} is needed, this is ${version}`);

let before = 0;
const lines = [...source("data/epci"), ...source("data/ept")]
  .sort((a, b) => a.code - b.code)
  .map(({ code, membres }) => {
    const step = Number(code) - before;
    before = Number(code);
    const names = membres.map(({ nom }) => nom.replace(LOST_LIGATURE, "Œ")).sort();
    if (names.some((name) => /[\t\n]/.test(name))) fail(`a name of ${code} holds a tab`);
    return [step, ...names].join("\t");
  });
const text = `${lines.join("\n")}\n`;

const weight = brotliCompressSync(text).length;
if (weight > BUDGET) fail(`${weight} bytes once compressed, over the budget of ${BUDGET}`);

const path = here("../../www/src/epci/communes-2023.tsv");
const again = "run `node pkg-tests/generate/communes.mjs`";
if (process.argv.includes("--check")) {
  let committed = null;
  try {
    committed = readFileSync(path, "utf8");
  } catch {
    fail(`www/src/epci/communes-2023.tsv is missing, ${again}`);
  }
  if (committed !== text) fail(`www/src/epci/communes-2023.tsv is not what the source gives, ${again}`);
} else {
  writeFileSync(path, text);
}
console.log(`communes-2023.tsv: ${process.argv.includes("--check") ? "fresh" : "written"}, ${weight} bytes once compressed (brotli)`);
