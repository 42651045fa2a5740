// The worker that one would deploy, with the package from its tarball, in workerd: the same bytes as `ti` over the
// corpus, and clear answers to what is no dossier.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Miniflare } from "miniflare";
import workerd from "workerd";
import { bundle } from "../edge/build.mjs";
import { assertSame, corpus, root } from "../support/corpus.mjs";
import { project, vite } from "../support/packed.mjs";
import { serve, tiEach } from "../support/ti.mjs";

let here, worker;
before(async () => {
  here = project();
  copyFileSync(root("pkg-tests/edge/worker.js"), here.at("worker.js"));
  const { build } = await vite();
  const made = await bundle(build, here.folder);
  const { groups } = readFileSync(root("pkg-tests/edge/wrangler.toml"), "utf8").match(/compatibility_date = "(?<date>.*)"/);
  worker = new Miniflare({
    compatibilityDate: groups.date,
    modulesRoot: here.at("dist"),
    modules: [
      { type: "ESModule", path: made.worker },
      { type: "CompiledWasm", path: made.wasm },
    ],
  });
  await worker.ready;
});
after(async () => {
  await worker?.dispose();
  here?.remove();
});

const ask = async (path, body, init = {}) => {
  const headers = { "content-type": "application/json" };
  const response = await worker.dispatchFetch(`http://edge.test${path}`, { method: "POST", headers, body, ...init });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
};

const query = ({ day, scale }) => `?${new URLSearchParams({ day, ...(scale === null ? {} : { scale }) })}`;

/** Some at a time, in their order. */
async function each(items, act) {
  const answers = [];
  let next = 0;
  const one = async () => {
    for (let i = next++; i < items.length; i = next++) answers[i] = await act(items[i]);
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return answers;
}

test("POST /api/v1/check gives the same bytes as ti over the corpus", async () => {
  const cases = corpus();
  const answers = await each(cases, async (one) => {
    // An address has no room for a whole scale: the dossier holds it.
    if (one.scale !== null && typeof one.scale !== "string") return one.report;
    const { status, type, text } = await ask(`/api/v1/check${query(one)}`, one.dossier);
    assert.equal(status, 200, `${one.name}: ${text}`);
    assert.equal(type, "application/json");
    return text;
  });
  assertSame("workerd", answers);
});

test("POST /api/v1/simulate gives the plan of the report over the corpus, and the same bytes as ti simulate", async () => {
  const cases = corpus().filter(({ scale }) => scale === null || typeof scale === "string");
  const plans = cases.map(({ report }) => JSON.stringify(JSON.parse(report).funding));
  const answers = await each(cases, (one) => ask(`/api/v1/simulate${query(one)}`, one.dossier));
  for (const [i, { name }] of cases.entries()) assert.equal(answers[i].text, plans[i], name);
  // A program for each case would take long: some of those with a plan, and one without.
  const chosen = [...cases.keys()].filter((i) => plans[i] !== "null").filter((_, k) => k % 10 === 0);
  chosen.push(plans.indexOf("null"));
  assert.ok(chosen.length > 5, `${chosen.length} cases`);
  const asked = ({ day, scale }) => ["simulate", "--format", "json", "--day", day, ...(scale ? ["--scale", scale] : [])];
  const programs = await tiEach(chosen.map((i) => [asked(cases[i]), cases[i].dossier]));
  for (const [k, i] of chosen.entries()) assert.equal(answers[i].text, programs[k].out.trimEnd(), cases[i].name);
});

test("what is no dossier, and what is not asked so, is told", async () => {
  const json = { "content-type": "application/json" };
  for (const [path, init, status, detail] of [
    ["/api/v1/check", { body: "{" }, 400, /no JSON/],
    ["/api/v1/check", { body: "[1]" }, 400, /JSON object/],
    ["/api/v1/check", { body: new Uint8Array([123, 34, 255, 34, 125]) }, 400, /no JSON/],
    ["/api/v1/check?day=demain", { body: "{}" }, 400, /day.*demain/],
    ["/api/v1/check?lang=de", { body: "{}" }, 400, /lang.*de/],
    ["/api/v1/check?scale=nowhere", { body: "{}" }, 400, /scale.*nowhere/],
    ["/api/v1/check?day=%20", { body: "{}" }, 400, /day.*expected/],
    ["/api/v1/epcis?q=", { method: "GET", body: undefined }, 400, /parameter q/],
    ["/api/v1/check?jour=1", { body: "{}" }, 400, /jour.*day, lang, scale/],
    ["/api/v1/check?day=2023-09-15&day=2023-09-16", { body: "{}" }, 400, /day.*twice/],
    ["/api/v1/check", { body: "{}", headers: { "content-type": "text/csv" } }, 415, /text\/csv/],
    ["/api/v1/check", { body: " ".repeat(1_000_001), headers: json }, 413, /1000000/],
    ["/api/v1/check", { method: "GET", body: undefined }, 405, /GET.*POST/],
    ["/api/v1/rules", { body: "{}" }, 405, /POST.*GET/],
    ["/nowhere", { method: "GET", body: undefined }, 404, /nowhere/],
  ]) {
    const answer = await ask(path, undefined, init);
    const problem = JSON.parse(answer.text);
    assert.equal(answer.status, status, path);
    assert.equal(answer.type, "application/problem+json");
    assert.equal(problem.status, status);
    assert.match(problem.detail, detail);
  }
});

test("the rest of the API", async () => {
  const get = async (path) => JSON.parse((await ask(path, undefined, { method: "GET" })).text);
  assert.equal((await get("/api/v1/epcis?q=bretagne&limit=3")).length, 3);
  assert.ok((await get("/api/v1/rules")).some(({ id }) => id === "P5"));
  assert.ok((await get("/api/v1/scales")).some(({ status }) => status === "hypothesis"));
  assert.equal((await get("/api/v1/epcis?q=200069391"))[0].siren, "200069391");
});

test("what is asked of it is taken and refused as ti serve does", async () => {
  const server = await serve(["--log", "off"]);
  try {
    const post = (headers, path = "/api/v1/check?day=2023-09-15") => [path, { method: "POST", body: new TextEncoder().encode("{}"), headers }];
    const type = (type) => post({ "content-type": type });
    const json = { "content-type": "application/json" };
    const statuses = [];
    for (const [path, init] of [
      ["/health", {}],
      post(json, "/api/v1/check?day=2023-09-15&scale="),
      post(json, "/api/v1/check?day=2023-09-15&scale=&lang="),
      post(json, "/api/v1/simulate?day=2023-09-15&scale=&scale="),
      post(json, "/api/v1/check?day=2023-09-15&scale=%20"),
      post(json, "/api/v1/check?day=2023-09-15&lang=%20"),
      post(json, "/api/v1/check?day=%20"),
      post({}),
      type("application/json; charset=iso-8859-1"),
      type("application/json; charset=UTF-8"),
      type('application/json; profile=x; charset="utf-8"'),
      type("application/vnd.ti+json"),
      type("application/jsonl"),
      type("text/json"),
      post({ ...json, "content-encoding": "gzip" }),
      post({ ...json, "content-encoding": "identity" }),
      ["/api/v1/epcis?q=lamballe&limit=1", {}],
      ["/api/v1/epcis?q=lamballe&limit=", {}],
      ["/api/v1/epcis?q=lamballe&limit=0", {}],
      ["/api/v1/epcis?q=lamballe&limit=101", {}],
      ["/api/v1/epcis?q=%20", {}],
      ["/api/v1/epcis", {}],
      ["/api/v1/scales?lang=en", {}],
      ["/api/v1/scales?lang=de", {}],
      ["/api/v1/scales?day=2023-09-15", {}],
      ["/api/v1/epcis?q=lamballe&lang=en", {}],
      ["/health?lang=en", {}],
    ]) {
      const what = `${path} ${JSON.stringify(init.headers ?? {})}`;
      const expected = await fetch(server.address + path, init);
      const found = await worker.dispatchFetch(`http://edge.test${path}`, init);
      assert.equal(found.status, expected.status, what);
      assert.equal(found.headers.get("content-type"), expected.headers.get("content-type"), what);
      const [text, other] = [await found.text(), await expected.text()];
      if (found.status === 200) assert.equal(text, other, what);
      statuses.push(found.status);
    }
    assert.deepEqual([...new Set(statuses)].sort(), [200, 400, 415]);
  } finally {
    await server.stop();
  }
});

test("workerd serves it with the configuration for machines of one's own", async () => {
  const port = 20_000 + (process.pid % 10_000);
  const config = readFileSync(root("pkg-tests/edge/workerd.capnp"), "utf8").replace("127.0.0.1:8787", `127.0.0.1:${port}`);
  writeFileSync(here.at("workerd.capnp"), config);
  const server = spawn(workerd.default, ["serve", here.at("workerd.capnp")], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (chunk) => (said += chunk));
  const ended = once(server, "exit");
  try {
    const [one] = corpus();
    const ask = () => fetch(`http://127.0.0.1:${port}/api/v1/check${query(one)}`, { method: "POST", body: one.dossier, headers: { "content-type": "application/json" } });
    let answer = null;
    while (!answer && server.exitCode === null) answer = await ask().catch(() => new Promise((resolve) => setTimeout(resolve, 50)));
    assert.ok(answer, said);
    assert.equal(await answer.text(), one.report);
  } finally {
    server.kill();
    await ended;
  }
});
