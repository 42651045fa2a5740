// What may go wrong on a page that is not ours: the element keeps what stood in it, says what to do in the console and
// by an event, throws out of no event handler, and comes back after a trap of the engine.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, skipped } from "./chromium.mjs";
import { packagePage, POLICY } from "./package-page.mjs";

const BODY = `<script type="module" src="/elements.js"></script>
  <form id="f"><input name="perimeter.epcis.0" aria-label="epci"><textarea name="perimeter.employment_area" aria-label="area"></textarea></form>
  <ti-eligibility for="f" day="2023-09-15"><a href="/faq">La FAQ</a></ti-eligibility>`;
const WASM = "/territoires_industrie_bg.wasm";
/** Before anything else, so that no event is missed. */
const hear = () => {
  window.heard = [];
  document.addEventListener("ti-error", ({ failure, error }) => window.heard.push([failure, error.message]));
};

let browser;
before(async () => {
  if (!skipped) browser = await launch();
});
after(() => browser?.close());

const open = (body, options = {}) => packagePage(browser, body, { prepare: hear, ...options });
const heard = async (page) => {
  await page.waitForFunction(() => window.heard.length > 0);
  return page.evaluate(() => window.heard);
};

for (const [what, options, remedy] of [
  ["the wasm is not there", { files: { [WASM]: { status: 404 } } }, /must lie beside/],
  ["a page comes instead of the wasm", { files: { [WASM]: { contentType: "text/html", body: "<p>oh</p>" } } }, /is no WebAssembly/],
  ["the policy forbids wasm", { policy: POLICY.replace("'wasm-unsafe-eval'", "") }, /wasm-unsafe-eval/],
  ["the policy forbids the request", { policy: POLICY.replace("connect-src 'self'", "connect-src 'none'") }, /connect-src/],
  ["the browser has no WebAssembly", { prepare: () => (hear(), delete window.WebAssembly) }, /no WebAssembly/],
]) {
  test(`${what}: what stood in the element stays, and the console says what to do`, { skip: skipped }, async () => {
    if (options.prepare) options.prepare = `(${hear})(); delete window.WebAssembly;`;
    const page = await open(BODY, options);
    const [[failure, message]] = await heard(page);
    assert.equal(failure, "load");
    assert.match(message, remedy);
    assert.ok(page.said.some((line) => remedy.test(line)), page.said.join("\n"));
    assert.ok(!page.said.some((line) => line.startsWith("uncaught")), page.said.join("\n"));
    await page.getByText("La FAQ").waitFor();
    await page.getByLabel("epci").fill("200069391");
    await page.close();
  });
}

test("a wasm of the wrong type is run all the same", { skip: skipped }, async () => {
  const { readFileSync } = await import("node:fs");
  const { root } = await import("../support/corpus.mjs");
  const body = readFileSync(root(`www/pkg${WASM}`));
  const page = await open(BODY, { files: { [WASM]: { contentType: "application/octet-stream", body } } });
  await page.waitForFunction(() => document.querySelector("ti-eligibility")?.report);
  await page.close();
});

test("a wrong attribute is explained, and once it is right the element works", { skip: skipped }, async () => {
  const cases = [
    [`scale='{"id":"a/b","levels":[]}'`, /scale.*levels/s],
    [`scale=' {"id":"a/b"'`, /attribute scale: found  \{"id":"a\/b", expected JSON/],
    ['scale="nowhere"', /scale.*nowhere.*hypothesis-2023/s],
    ['scale="absent.json"', /absent\.json.*404/],
    ['scale="broken.json"', /broken\.json is no JSON/],
    ['scale="wrong.json"', /scale.*levels/s],
    ['mapping="{nom"', /attribute mapping: found \{nom/],
    [`mapping='{"nom":"territoire"}'`, /control `nom`: found `territoire`/],
    [`mapping='{"nom":"perimeter"}'`, /control `nom`: found `perimeter`/],
    ['day="demain"', /day.*demain/],
    ['validity="yes"', /validity.*found yes, expected wrong or complete/],
  ];
  const json = (body) => ({ contentType: "application/json", body });
  const files = { "/absent.json": { status: 404 }, "/broken.json": json("{"), "/wrong.json": json('{"id":"mine","levels":[]}') };
  const elements = cases.map(([attribute], i) => `<ti-eligibility id="e${i}" for="f" ${attribute}><p>FAQ ${i}.</p></ti-eligibility>`);
  const prepare = () => {
    window.heard = {};
    document.addEventListener("ti-error", ({ target, failure, error }) => (heard[target.id] = [failure, error.message]));
  };
  const page = await open(`<script type="module" src="/elements.js"></script><form id="f"></form>${elements.join("")}`, { files, prepare });
  await page.waitForFunction((count) => Object.keys(heard).length === count, cases.length);
  const heard = await page.evaluate(() => window.heard);
  for (const [i, [attribute, remedy]] of cases.entries()) {
    const [failure, message] = heard[`e${i}`];
    assert.equal(failure, "options", attribute);
    assert.match(message, remedy);
    assert.ok(page.said.some((line) => remedy.test(line)), `the console on ${attribute}`);
    assert.ok(await page.getByText(`FAQ ${i}.`).isVisible());
  }
  await page.evaluate(() => {
    for (const element of document.querySelectorAll("ti-eligibility")) {
      for (const name of ["scale", "mapping", "validity"]) element.removeAttribute(name);
      element.day = "2023-09-15";
    }
  });
  await page.waitForFunction(() => [...document.querySelectorAll("ti-eligibility")].every(({ report }) => report));
  await page.close();
});

test("an attribute that says nothing is as good as none, and false is off", { skip: skipped }, async () => {
  const page = await open(BODY.replace("<textarea ", '<input name="filed_on" value="demain" aria-label="day"><textarea '));
  await page.waitForFunction(() => document.querySelector("ti-eligibility")?.report);
  await page.evaluate(() => {
    for (const name of ["mapping", "validity", "day", "lang", "scale", "messages"]) document.querySelector("ti-eligibility").setAttribute(name, "");
  });
  await page.getByLabel("day").focus();
  await page.getByLabel("day").blur();
  await page.locator(".ti-messages").waitFor();
  assert.ok(await page.evaluate(() => document.forms[0].checkValidity()));
  for (const off of ["false", "off"]) {
    await page.evaluate((off) => document.querySelector("ti-eligibility").setAttribute("messages", off), off);
    await page.locator(".ti-messages").waitFor({ state: "detached" });
    await page.evaluate(() => document.querySelector("ti-eligibility").removeAttribute("messages"));
    await page.locator(".ti-messages").waitFor();
  }
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  await page.close();
});

test("a wrong data-field is told once, and the other controls are read", { skip: skipped }, async () => {
  const page = await open(BODY.replace("<textarea ", '<input data-field="perimeter.nowhere"><textarea '));
  assert.deepEqual((await heard(page)).map(([failure]) => failure), ["form"]);
  await page.getByLabel("epci").fill("200069391");
  await page.waitForFunction(() => document.querySelector("ti-eligibility").report?.checks.find(({ rule }) => rule === "P1").outcome === "met");
  assert.equal((await heard(page)).length, 1);
  assert.match((await heard(page))[0][1], /perimeter\.nowhere/);
  await page.close();
});

test("a control whose name has a typo is told once", { skip: skipped }, async () => {
  const page = await open(BODY.replace("<textarea ", '<input name="perimeter.epci.0" aria-label="typo"><input name="note.interne" value="x"><textarea '));
  await page.getByLabel("typo").pressSequentially("2000");
  assert.deepEqual(await heard(page), [["form", "control `perimeter.epci.0`: the dossier has no field `perimeter.epci`"]]);
  await page.close();
});

test("a control of the page that throws is told, and the form is followed on", { skip: skipped }, async () => {
  const page = await open(BODY);
  await page.waitForFunction(() => document.querySelector("ti-eligibility")?.report);
  await page.evaluate(() => {
    const input = document.forms[0].elements[0];
    Object.defineProperty(input, "value", { get: () => { throw new Error("of the page"); } });
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  assert.deepEqual(await heard(page), [["form", "of the page"]]);
  await page.getByLabel("area").fill("Un bassin");
  await page.waitForFunction(() => document.querySelector("ti-eligibility").report.checks.find(({ rule }) => rule === "P7").outcome !== "unknown");
  assert.ok(!page.said.some((line) => line.startsWith("uncaught")), page.said.join("\n"));
  await page.close();
});

test("after a trap, the elements read their forms again in a new instance", { skip: skipped }, async () => {
  const page = await open(`${BODY}<form id="g"><input name="territory_name" value="G"></form><ti-eligibility id="other" for="g" day="2023-09-15"></ti-eligibility>`);
  await page.waitForFunction(() => [...document.querySelectorAll("ti-eligibility")].every(({ report }) => report));
  await page.getByLabel("epci").fill("200069391");
  const trapped = await page.evaluate(async () => {
    const api = await import("/index.js");
    const { memory } = await api.default();
    window.memory = memory;
    // No page of memory is left for the engine: the next large text cannot be taken.
    for (let pages = 65536; pages >= 1; pages = Math.floor(pages / 2)) {
      for (;;) {
        try {
          memory.grow(pages);
        } catch {
          break;
        }
      }
    }
    const area = document.forms[0].elements[1];
    area.value = "x".repeat(3_000_000);
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.value = "Un bassin";
    await new Promise(requestAnimationFrame);
    return heard;
  });
  assert.ok(trapped.length >= 2, JSON.stringify(trapped));
  assert.ok(trapped.every(([failure, message]) => failure === "trap" && /unreachable|memory|bounds/.test(message)), JSON.stringify(trapped));
  await page.waitForFunction(() => document.querySelector("#other").report);
  const dossiers = () => page.evaluate(() => [...document.querySelectorAll("ti-eligibility")].map(({ watcher }) => watcher.dossier()));
  assert.deepEqual(await dossiers(), [
    { perimeter: { epcis: ["200069391"], employment_area: "Un bassin" } },
    { territory_name: "G" },
  ]);
  const verdict = await page.evaluate(async () => (await import("/index.js")).evaluate({}, { day: "2030-01-01" }).verdict);
  assert.equal(verdict, "inadmissible");
  await page.getByLabel("epci").fill("200069409");
  assert.equal((await dossiers())[0].perimeter.epcis[0], "200069409", "it is followed on");
  assert.ok(page.said.some((line) => line.includes("begins anew")));
  assert.ok(!page.said.some((line) => line.startsWith("uncaught")), page.said.join("\n"));
  await page.close();
});

test("a control of the page that throws a RangeError is no trap of the engine", { skip: skipped }, async () => {
  const page = await open(BODY);
  await page.waitForFunction(() => document.querySelector("ti-eligibility")?.report);
  await page.evaluate(() => {
    const input = document.forms[0].elements[0];
    Object.defineProperty(input, "value", { get: () => new Date(NaN).toISOString() });
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  assert.deepEqual((await heard(page)).map(([failure]) => failure), ["form"]);
  await page.close();
});

test("restart by the page: the elements go on", { skip: skipped }, async () => {
  const page = await open(BODY);
  await page.waitForFunction(() => document.querySelector("ti-eligibility")?.report);
  await page.evaluate(async () => (await import("/index.js")).restart());
  await page.getByLabel("area").fill("Un bassin");
  await page.waitForFunction(() => document.querySelector("ti-eligibility").report.checks.find(({ rule }) => rule === "P7").outcome !== "unknown");
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  assert.ok(!page.said.some((line) => line.startsWith("uncaught")), page.said.join("\n"));
  await page.close();
});
