// The tarball in a real Chromium: a plain page without a bundler, a worker, and pages that Vite built, with React and
// Vue too; each from a server of its own, under a strict policy, asking for nothing but its own files.
import assert from "node:assert/strict";
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, skipped } from "../browser/chromium.mjs";
import { root } from "../support/corpus.mjs";
import { list, project, vite } from "../support/packed.mjs";
import { site } from "../support/site.mjs";

const FORM = '<form id="f"><input name="perimeter.epcis.0" aria-label="epci"></form><ti-eligibility for="f" day="2023-09-15"></ti-eligibility>';
const html = (head, body = FORM) => `<!doctype html><html lang="fr"><meta charset="utf-8"><title>t</title>${head}<body>${body}`;
const module = (src) => `<script type="module" src="${src}"></script>`;

const WORKER = `
import init, { evaluate } from "IMPORT";
self.onmessage = async ({ data }) => {
  await init();
  postMessage(evaluate(data, { day: "2023-09-15" }));
};`;
const ASK = (worker) => `
const worker = ${worker};
worker.onmessage = ({ data }) => (document.title = data.checks.find(({ rule }) => rule === "P1").outcome);
worker.onerror = ({ message }) => (document.title = message);
worker.postMessage({ perimeter: { epcis: ["200069391"] } });`;

let browser, here, served;
before(async () => {
  if (skipped) return;
  here = project({}, ["react", "react-dom", "scheduler", "vue", "@vue"]);
  // As one copies the package to a site that has no bundler.
  cpSync(here.at("node_modules/territoires-industrie"), here.at("plain/ti"), { recursive: true });
  writeFileSync(here.at("plain/index.html"), html(module("ti/elements.js")));
  writeFileSync(here.at("plain/worker.html"), html(module("ask.js"), ""));
  writeFileSync(here.at("plain/ask.js"), ASK('new Worker("worker.js", { type: "module" })'));
  writeFileSync(here.at("plain/worker.js"), WORKER.replace("IMPORT", "./ti/index.js"));
  // As one builds it.
  mkdirSync(here.at("src"));
  writeFileSync(here.at("src/main.js"), 'import "territoires-industrie/elements";');
  writeFileSync(here.at("src/ask.js"), ASK('new Worker(new URL("./worker.js", import.meta.url), { type: "module" })'));
  writeFileSync(here.at("src/worker.js"), WORKER.replace("IMPORT", "territoires-industrie"));
  for (const name of ["react.jsx", "vue.js"]) copyFileSync(root(`pkg-tests/package/snippets/${name}`), here.at(`src/${name}`));
  const app = '<div id="app"></div>';
  const pages = { main: FORM, ask: "", react: app, vue: app };
  const scripts = { main: "main.js", ask: "ask.js", react: "react.jsx", vue: "vue.js" };
  for (const [name, body] of Object.entries(pages)) writeFileSync(here.at(`${name}.html`), html(module(`src/${scripts[name]}`), body));
  const { build } = await vite();
  await build({
    configFile: false,
    root: here.folder,
    logLevel: "warn",
    define: { __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false" },
    worker: { format: "es" },
    build: {
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: Object.keys(pages).map((name) => here.at(`${name}.html`)) },
    },
  });
  served = { plain: await site(here.at("plain")), built: await site(here.at("dist")) };
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await Promise.all(Object.values(served ?? {}).map((one) => one.close()));
  here?.remove();
});

/** A page of a site; it fails at the end when something was asked of elsewhere, or said in the console. */
async function visit(address, path, act) {
  const page = await browser.newPage();
  const strange = [];
  page.on("request", (request) => request.url().startsWith(address) || strange.push(request.url()));
  page.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("favicon.ico") && strange.push(message.text()));
  page.on("pageerror", (error) => strange.push(error.message));
  await page.goto(address + path);
  await act(page);
  assert.deepEqual(strange, [], "nothing but the package's own files, and no error");
  await page.close();
}

const report = (page) => page.waitForFunction(() => document.querySelector("ti-eligibility")?.report);
async function isBound(page) {
  await report(page);
  await page.getByLabel("epci").fill("200069391");
  await page.waitForFunction(() => document.querySelector("ti-eligibility").report.checks.find(({ rule }) => rule === "P1").outcome === "met");
}

test("a plain page", { skip: skipped }, () => visit(served.plain.address, "/", isBound));

test("a module worker", { skip: skipped }, () =>
  visit(served.plain.address, "/worker.html", (page) => page.waitForFunction(() => document.title === "met")));

test("a page that Vite built", { skip: skipped }, () => visit(served.built.address, "/main.html", isBound));

test("a worker that Vite built", { skip: skipped }, () =>
  visit(served.built.address, "/ask.html", (page) => page.waitForFunction(() => document.title === "met")));

for (const name of ["react", "vue"]) {
  test(`a page with ${name}, whose rows come as the person adds them`, { skip: skipped }, () =>
    visit(served.built.address, `/${name}.html`, async (page) => {
      await report(page);
      await page.getByRole("button", { name: "Ajouter" }).click();
      await page.getByLabel("Intercommunalité 1").fill("200069391");
      await page.getByLabel("Intercommunalité 2").fill("200069409");
      await page.waitForFunction(() => document.querySelector("output").textContent === "incomplete");
      const epcis = await page.evaluate(() => document.querySelector("ti-eligibility").watcher.dossier().perimeter.epcis);
      assert.deepEqual(epcis, ["200069391", "200069409"]);
    }));
}

test("what a person chooses stays, where Vue draws the report and binds the controls with v-model", { skip: skipped }, () =>
  visit(served.built.address, "/vue.html", async (page) => {
    await report(page);
    await page.getByLabel("CRTE").selectOption("aligned");
    await page.getByLabel("local_elus").check();
    await page.getByLabel("industriels").check();
    await page.getByLabel("Priorités").selectOption(["skills", "land"]);
    await page.getByLabel("local_elus").uncheck();
    const dossier = await page.evaluate(() => document.querySelector("ti-eligibility").watcher.dossier());
    assert.deepEqual(dossier, {
      perimeter: { crte: "aligned" },
      governance: { consulted: ["industriels"] },
      action_plan: { actions: [{ priorities: ["skills", "land"] }] },
    });
    assert.equal(await page.getByLabel("CRTE").inputValue(), "aligned");
    assert.equal(await page.getByLabel("industriels").isChecked(), true);
  }));

test("one wasm is built for all the pages", { skip: skipped }, () => {
  assert.equal(list(here.at("dist/assets")).filter((name) => name.endsWith(".wasm")).length, 1);
});
