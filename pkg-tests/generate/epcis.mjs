// Writes the directory of 1 January 2023 in src/data: epcis-2023.tsv and departements-2023.tsv.
// The columns are explained in src/data/README.md.
//
//   node pkg-tests/generate/epcis.mjs [--check] [folder of @etalab/decoupage-administratif]
//
// With --check nothing is written: exit code 1 says that a committed file is not what the source gives.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const VERSION = "3.1.1"; // of the package: one version is one year
const BUDGET = 19_000; // bytes, brotli: every page carries these files
const PREFIX = { CC: "CC ", CA: "CA ", CU: "CU ", METRO: "", MET69: "", EPT: "EPT " };

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

function fail(message) {
  console.error(`epcis.mjs: ${message}`);
  process.exit(1);
}

function reader(folder) {
  const json = (path) => JSON.parse(readFileSync(join(folder, path), "utf8"));
  try {
    const { version } = json("package.json");
    if (version !== VERSION) fail(`@etalab/decoupage-administratif ${VERSION} is needed, this is ${version}`);
  } catch (error) {
    fail(`the data package cannot be read, run \`npm ci\` in pkg-tests (${error.message})`);
  }
  return (name) => json(`data/${name}.json`);
}

const byCode = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
const tidy = (name) => name.replace(/\s+/g, " ").trim();
const table = (rows) => rows.map((cells) => `${cells.join("\t")}\n`).join("");
const byColumns = (rows) => table(rows[0].map((_, column) => rows.map((cells) => cells[column])));

/** The ninth digit of a SIREN, by the Luhn formula. */
function luhnKey(firstEight) {
  const digits = [...firstEight].reverse().map((digit, i) => (i % 2 ? +digit : +digit * 2));
  return (10 - (digits.reduce((sum, n) => sum + Math.floor(n / 10) + (n % 10), 0) % 10)) % 10;
}

function departementTable(read) {
  const regions = new Map(read("regions").map((region) => [region.code, region.nom]));
  // "com": collectivités d'outre-mer, which have no EPCI.
  const departements = read("departements").filter(({ zone }) => zone !== "com").sort(byCode);
  return table([
    ["code", "name", "region", "region_name"],
    ...departements.map(({ code, nom, region }) => [code, nom, region, regions.get(region)]),
  ]);
}

function label({ code, nom, type }) {
  const prefix = PREFIX[type] ?? fail(`${code} is of an unknown type, ${type}`);
  const name = tidy(nom);
  return name.startsWith(prefix) ? name : prefix + name;
}

function epciTable(read) {
  const departementOf = new Map(
    read("communes").filter(({ type }) => type === "commune-actuelle").map((c) => [c.code, c.departement]),
  );
  let before = { body: 0, departements: "" };
  const rows = [...read("epci"), ...read("ept")].sort(byCode).map((epci) => {
    const body = Number(epci.code.slice(0, 8));
    if (!/^\d{9}$/.test(epci.code) || luhnKey(epci.code.slice(0, 8)) !== Number(epci.code[8])) {
      fail(`${epci.code} is no SIREN`);
    }
    const departements = [...new Set(epci.membres.map(({ code }) => departementOf.get(code)))].sort().join(" ");
    const population = epci.membres.reduce((sum, commune) => sum + commune.populationMunicipale, 0);
    const row = [
      label(epci),
      departements === before.departements ? "" : departements,
      population,
      epci.membres.length,
      body - before.body,
    ];
    before = { body, departements };
    return row;
  });
  return byColumns([["label", "departements", "population", "communes", "siren_step"], ...rows]);
}

const args = process.argv.slice(2);
const check = args.includes("--check");
const folder = args.find((arg) => arg !== "--check") ?? here("../node_modules/@etalab/decoupage-administratif");
const read = reader(folder);
const files = { "epcis-2023.tsv": epciTable(read), "departements-2023.tsv": departementTable(read) };

const weight = brotliCompressSync(Object.values(files).join("")).length;
if (weight > BUDGET) fail(`${weight} bytes once compressed, over the budget of ${BUDGET}`);

for (const [name, text] of Object.entries(files)) {
  const path = here(`../../src/data/${name}`);
  if (!check) {
    writeFileSync(path, text);
    continue;
  }
  let committed = null;
  try {
    committed = readFileSync(path, "utf8");
  } catch {
    fail(`src/data/${name} is missing, run \`node pkg-tests/generate/epcis.mjs\``);
  }
  if (committed !== text) {
    const lines = committed.split("\n");
    const line = text.split("\n").findIndex((expected, i) => expected !== lines[i]) + 1;
    fail(`src/data/${name} is not what the source gives${line ? ` (line ${line})` : ""}, run \`node pkg-tests/generate/epcis.mjs\``);
  }
}
console.log(`${Object.keys(files).join(", ")}: ${check ? "fresh" : "written"}, ${weight} bytes once compressed (brotli)`);
