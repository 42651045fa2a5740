// The types of the tarball, as `tsc --strict` reads them: every dossier of the corpus that is read without a remark is
// a `Dossier`, every path that the engine knows is a `FieldPath` and no other, and a typo does not compile.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { corpus, example, root } from "../support/corpus.mjs";
import { LiveForm, rules } from "../support/package.mjs";
import { project, TSC } from "../support/packed.mjs";

let here;
before(() => {
  here = project();
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2023", "DOM", "DOM.Iterable"],
    module: "NodeNext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
    jsx: "react-jsx",
  };
  writeFileSync(here.at("tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts", "*.tsx"] }));
});
after(() => here?.remove());

const IMPORT = 'import type { Dossier, FieldPath, Mapping } from "territoires-industrie";\n';

/** What the compiler says of the files. */
function compiled(files) {
  for (const [name, text] of Object.entries(files)) writeFileSync(here.at(name), text);
  try {
    execFileSync(process.execPath, [TSC, "--project", here.folder], { encoding: "utf8", stdio: "pipe" });
    return "";
  } catch ({ stdout, stderr }) {
    return `${stdout}${stderr}`;
  } finally {
    for (const name of Object.keys(files)) writeFileSync(here.at(name), "export {};\n");
  }
}

const isLeaf = (value) => typeof value !== "object" || value === null;

/** The paths of what a dossier holds. */
function* pathsOf(value, path = "") {
  if (path) yield path;
  if (isLeaf(value) || path === "chef_de_projet.scale") return;
  for (const [key, inner] of Object.entries(value)) yield* pathsOf(inner, path ? `${path}.${key}` : key);
}

const read = ({ report }) => {
  const { unreadable, unknown_keys } = JSON.parse(report);
  return unreadable.length === 0 && unknown_keys.length === 0;
};

/** The reader takes a number for a text, and any empty value for a blank one; the types do not. */
const UNTYPED = ["blank-empty-list", "blank-empty-object", "blank-sections", "free-text-number", "free-text-number-zero"];

test("the dossiers of the corpus are dossiers", () => {
  const all = corpus();
  const clean = all.filter(read);
  assert.ok(clean.length > all.length / 2, `${clean.length} of ${all.length}`);
  const before = (name) => (UNTYPED.includes(name) ? "// @ts-expect-error" : `// ${name}`);
  const text = clean.map(({ name, dossier }, i) => `${before(name)}\nexport const dossier${i}: Dossier = ${dossier};`).join("\n");
  assert.equal(compiled({ "corpus.ts": IMPORT + text }), "");
});

test("every path that the engine reads, answers or is given is a path, and a pattern of a mapping", () => {
  const paths = new Set(rules().flatMap(({ reads }) => reads).map((path) => path.replaceAll("*", "0")));
  for (const one of corpus().filter(read)) {
    for (const path of pathsOf(JSON.parse(one.dossier))) paths.add(path);
    for (const { fields } of JSON.parse(one.report).checks) for (const field of fields) paths.add(field);
  }
  assert.ok(paths.size > 100, `${paths.size} paths`);
  const patterns = [...paths].map((path) => path.replace(/\.\d+(?=\.|$)/g, ".*"));
  const text = `
    export const paths = ${JSON.stringify([...paths])} as const satisfies readonly FieldPath[];
    export const mapping = ${JSON.stringify(Object.fromEntries(patterns.map((path, i) => [`c${i}`, path])))} satisfies Mapping;`;
  assert.equal(compiled({ "paths.ts": IMPORT + text }), "");
});

test("no path is legal that the engine does not know", () => {
  const typos = [
    "perimetre.epcis.0", "perimeter.epci.0", "perimeter.epcis.first", "perimeter.epcis.0.siren",
    "action_plan.actions.0.titles", "action_plan.actions.title", "governance.elus.0.companie", "filed_at",
    "chef_de_projet.scale.levels.0.rate", "chef_de_projet.host.king", "perimeter.", "",
  ];
  for (const path of typos) {
    const form = new LiveForm({ day: "2023-09-15" });
    form.set(path, "x");
    const { unknown_keys, unreadable } = form.report();
    assert.ok(unknown_keys.length + unreadable.length > 0, `the engine knows ${path}`);
    form.free();
  }
  const lines = typos.map((path, i) => `// @ts-expect-error\nexport const typo${i}: FieldPath = ${JSON.stringify(path)};`);
  assert.equal(compiled({ "typos.ts": IMPORT + lines.join("\n") }), "");
});

test("a typo does not compile, in a dossier, a path, an option, an event or an element", () => {
  const text = `
import init, { evaluate, LiveForm, scales, simulate, TiReportEvent, watch, Watcher } from "territoires-industrie";
import type { Changes, Dossier, FieldPath, Plan, Report, Scale } from "territoires-industrie";
import { TiCofinancing, TiEligibility } from "territoires-industrie/elements";
import { TiEligibility as Class } from "territoires-industrie/elements/classes";

await init();
const dossier: Dossier = { perimeter: { epcis: ["200069391", null] }, chef_de_projet: { annual_cost: "62 000,50 €" } };
const report: Report = evaluate(dossier, { day: "2023-09-15", lang: "fr" });
const plan: Plan | null = simulate(dossier);
const scale: Scale | undefined = scales()[0];
const row = Number(location.hash);
const path: FieldPath = \`action_plan.actions.\${row}.title\`;
const live = new LiveForm(scale ? { scale } : null);
live.set(path, "x");
live.set(report.checks[0]?.fields[0] ?? "filed_on", 1);
const form = document.createElement("form");
const watcher = watch(form, { messages: true, validity: "wrong", mapping: { "elu[*]": "governance.elus.*.name" } }, (changes: Changes) => changes.verdict);
const control: Element | null = watcher.controlOf("perimeter.epcis.0");
form.addEventListener("ti-report", (event) => event.report.verdict satisfies Report["verdict"]);
document.addEventListener("ti-funding", (event) => event.funding?.totals.cost satisfies string | undefined);
window.addEventListener("ti-funding", (event) => event.funding?.status satisfies Plan["status"] | undefined);
document.createElement("div").attachShadow({ mode: "open" }).addEventListener("ti-report", (event) => event.changes);
const element: TiEligibility = document.createElement("ti-eligibility");
element.addEventListener("ti-error", ({ failure }) => failure satisfies "load" | "options" | "form" | "trap");
element.addEventListener("ti-report", function () { this.report?.verdict satisfies string | undefined; });
element.addEventListener("my-event", (event) => event.type);
element.addEventListener("my-event", { handleEvent: () => {} });
element.removeEventListener("my-event", () => {});
element.lang satisfies string;
const cofinancing: TiCofinancing | null = document.querySelector("ti-cofinancing");
cofinancing?.funding?.years[0]?.grant satisfies string | undefined;
customElements.define("my-check", class extends Class {});
if (new Event("x") instanceof TiReportEvent) console.log(plan, control);

// @ts-expect-error
evaluate({ perimetre: {} });
// @ts-expect-error
evaluate({ perimeter: { crte: "alined" } });
// @ts-expect-error
evaluate(dossier, { lang: "de" });
// @ts-expect-error
live.set(\`action_plan.actions.\${row}.titel\`, "x");
// @ts-expect-error
live.remove("perimeter.epci.0");
// @ts-expect-error
new Watcher();
// @ts-expect-error
watch(form, { validity: "yes" });
// @ts-expect-error
watch(form, { messages: "off" });
// @ts-expect-error
window.addEventListener("ti-report", (event) => event.funding);
// @ts-expect-error
watch(form, { mapping: { nom: "territory" } });
// @ts-expect-error
form.addEventListener("ti-report", (event) => event.funding);
// @ts-expect-error
element.validity = "yes";
// @ts-expect-error
report.verdicts;
// @ts-expect-error
const total: number = plan?.totals.cost;
`;
  assert.equal(compiled({ "use.ts": text }), "");
});

/** Of React's types, what the lines for JSX stand on. */
const REACT = {
  "package.json": '{ "name": "react", "exports": { ".": { "types": "./index.d.ts" }, "./jsx-runtime": { "types": "./jsx-runtime.d.ts" } } }',
  "index.d.ts": `
    export interface HTMLAttributes<T> { className?: string; lang?: string; onClick?: (event: { currentTarget: T }) => void }
    export type DetailedHTMLProps<Attributes, T> = Attributes & { key?: string; ref?: { current: T | null } };
    export namespace JSX { interface Element { type: unknown } interface IntrinsicElements { form: HTMLAttributes<HTMLFormElement> } }`,
  "jsx-runtime.d.ts": 'export { JSX } from "react";',
};

test("with the lines for JSX, an element compiles in TSX, and a typo does not", () => {
  mkdirSync(here.at("node_modules/react"));
  for (const [name, text] of Object.entries(REACT)) writeFileSync(here.at(`node_modules/react/${name}`), text);
  const lines = readFileSync(root("pkg-tests/package/snippets/jsx.d.ts"), "utf8");
  const text = `
import type { TiEligibility } from "territoires-industrie/elements";
const check: { current: TiEligibility | null } = { current: null };
const mapping = { bassin: "perimeter.employment_area" } as const;
export const form = <form className="f" />;
export const one = <ti-eligibility ref={check} for="f" day="2023-09-15" lang="en" validity="wrong" mapping={mapping} onti-report={({ report }) => report.verdict} />;
export const other = <ti-cofinancing for="f" className="c" scale="pvd" onti-funding={({ funding }) => funding?.totals.cost} />;
// @ts-expect-error
export const validity = <ti-eligibility validity="yes" />;
// @ts-expect-error
export const path = <ti-eligibility mapping={{ bassin: "perimeter.employment" }} />;
// @ts-expect-error
export const event = <ti-cofinancing onti-funding={({ report }) => report} />;
// @ts-expect-error
export const name = <ti-eligibilty />;
`;
  assert.equal(compiled({ "jsx.d.ts": lines, "use.tsx": text }), "");
});

test("what the types export is there at run time, and the other way round, at every entry", async () => {
  const { exports } = JSON.parse(readFileSync(here.at("node_modules/territoires-industrie/package.json"), "utf8"));
  const entries = Object.keys(exports).filter((entry) => exports[entry].types);
  assert.deepEqual(entries, [".", "./elements", "./elements/classes"]);
  for (const entry of entries) {
    const name = entry.replace(".", "territoires-industrie");
    const found = {};
    for (const condition of ["browser", "node", "workerd"]) {
      const { metafile } = await build({
        stdin: { contents: `export * from "${name}"; import * as all from "${name}"; export default all.default;`, resolveDir: here.folder },
        conditions: [condition],
        bundle: true,
        write: false,
        metafile: true,
        outfile: "out.js",
        format: "esm",
        platform: "neutral",
        external: ["node:*"],
        loader: { ".wasm": "empty" },
        logLevel: "error",
      });
      found[condition] = metafile.outputs["out.js"].exports.filter((one) => one !== "default").sort();
    }
    assert.deepEqual(found.node, found.browser, `${name} under Node`);
    assert.deepEqual(found.workerd, found.browser, `${name} at the edge`);
    const text = `
      import * as all from "${name}";
      type Made = "${found.browser.join('" | "')}";
      type Declared = Exclude<keyof typeof all, "default">;
      type OrNull<Names> = [Names] extends [never] ? null : Names;
      export const absent: OrNull<Exclude<Declared, Made>> = null;
      export const untyped: OrNull<Exclude<Made, Declared>> = null;`;
    assert.equal(compiled({ "exports.ts": text }), "", name);
  }
});

test("the example compiles as it stands, and with a wrong word it does not", () => {
  const dossier = JSON.stringify(example());
  assert.equal(compiled({ "example.ts": `${IMPORT}export const dossier: Dossier = ${dossier};` }), "");
  const wrong = dossier.replace('"perimeter"', '"perimeters"');
  assert.notEqual(wrong, dossier);
  assert.match(compiled({ "example.ts": `${IMPORT}export const dossier: Dossier = ${wrong};` }), /perimeters/);
});
