// Writes www/src/i18n/rules.json: what each rule asks, in our words, as `ti rules` says it. The engine of the page
// carries the messages only; these longer texts are loaded by whoever asks why.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { root } from "../support/corpus.mjs";
import { ti } from "../support/ti.mjs";

const FILE = root("www/src/i18n/rules.json");

export function generated() {
  const [fr, en] = ["fr", "en"].map((lang) => JSON.parse(ti(["rules", "--format", "json", "--lang", lang]).out));
  const entries = fr.map(({ id, level, ours, sources, description }, at) => [id, { level, ours, sources, asks: { fr: description, en: en[at].description } }]);
  const lines = entries.map(([id, rule]) => `  ${JSON.stringify(id)}: ${JSON.stringify(rule)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

export const committed = () => readFileSync(FILE, "utf8");

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeFileSync(FILE, generated());
