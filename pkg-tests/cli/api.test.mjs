// The API of `ti serve`: every case of the corpus over HTTP gives the bytes of `ti check`, and every answer is as the
// description of the API says (contract, §5).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { corpus, example } from "../support/corpus.mjs";
import { serve, ti, tiEach } from "../support/ti.mjs";

let server;
let api;
before(async () => {
  server = await serve(["--log", "off"]);
  api = await (await get("/openapi.json")).json();
});
after(() => server.stop());

const get = (path) => fetch(`${server.address}/api/v1${path}`);
const post = (path, body, type = "application/json") =>
  fetch(`${server.address}/api/v1${path}`, { method: "POST", headers: { "content-type": type }, body });

/** The cases as HTTP takes them: a scale by its id in the address, a whole one in the dossier. */
function cases() {
  return corpus().map(({ name, dossier, day, scale, report }) => {
    if (scale === null || typeof scale === "string") return { name, dossier, day, scale, report };
    const given = JSON.parse(dossier);
    given.chef_de_projet = { ...given.chef_de_projet, scale };
    return { name, dossier: JSON.stringify(given), day, scale: null };
  });
}

const query = ({ day, scale }) => `?day=${day}${scale ? `&scale=${encodeURIComponent(scale)}` : ""}`;

/** A schema of the description, in which an object has no key besides those that are described. */
function schema(path, method = "post", status = 200, media = "application/json") {
  const closed = structuredClone(api);
  const close = (node) => {
    if (node === null || typeof node !== "object") return;
    if (node.properties && node.additionalProperties === undefined) node.additionalProperties = false;
    Object.values(node).forEach(close);
  };
  close(closed.components.schemas);
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: "api", components: closed.components });
  const rebase = (node) => JSON.parse(JSON.stringify(node).replaceAll('"#/', '"api#/'));
  const found = api.paths[`/api/v1${path}`][method].responses[status].content[media].schema;
  const validate = ajv.compile(rebase(found));
  return (value, name) => assert.ok(validate(value), `${path} ${name}: ${ajv.errorsText(validate.errors)}`);
}

test("check: the corpus over HTTP, the same bytes as `ti check`, as described", async () => {
  const all = cases();
  const own = all.filter(({ report }) => report === undefined);
  const checked = await tiEach(own.map(({ dossier, day }) => [["check", "--format", "json", "--day", day], dossier]));
  own.forEach((one, i) => (one.report = checked[i].out.trimEnd()));
  const fits = schema("/check");
  let next = 0;
  const one = async () => {
    for (let i = next++; i < all.length; i = next++) {
      const answer = await post(`/check${query(all[i])}`, all[i].dossier);
      const found = await answer.text();
      assert.equal(answer.status, 200, `${all[i].name}: ${found}`);
      assert.equal(found, all[i].report, all[i].name);
      fits(JSON.parse(found), all[i].name);
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  console.log(`over HTTP: ${all.length} cases, the same bytes as the Rust API`);
});

test("a schema that is not kept to is found out", async () => {
  const fits = schema("/check");
  const report = await (await post("/check?day=2023-09-15", JSON.stringify(example()))).json();
  fits(report, "as it is");
  assert.throws(() => fits({ ...report, verdict: "perhaps" }));
  assert.throws(() => fits({ ...report, more: 1 }));
  const { funding, ...without } = report;
  assert.throws(() => fits(without));
  assert.throws(() => fits({ ...report, funding: { ...funding, years: [{}] } }));
});

test("batch: the corpus in one request, line by line the same bytes", async () => {
  const groups = Map.groupBy?.(cases(), query) ?? cases().reduce((all, one) => all.set(query(one), [...(all.get(query(one)) ?? []), one]), new Map());
  for (const [address, group] of groups) {
    const answer = await post(`/batch${address}`, group.map(({ dossier }) => `${dossier}\n`).join(""), "application/x-ndjson");
    assert.equal(answer.headers.get("content-type"), "application/x-ndjson");
    const lines = (await answer.text()).trimEnd().split("\n");
    assert.equal(lines.length, group.length);
    group.forEach(({ name, report }, i) => report && assert.equal(lines[i], report, name));
  }
});

test("batch: a bad line is a line of its own with its number, blank lines are none, the last needs no end", async () => {
  const body = `{}\n[1]\r\n\n{"perimeter":\n${"x".repeat(3 << 20)}\n\xff\n{}`;
  const answer = await post("/batch?day=2023-09-15", Buffer.from(body, "latin1"), "application/x-ndjson");
  const lines = (await answer.text()).split("\n").map((line) => line && JSON.parse(line));
  assert.deepEqual(lines.map((line) => line.line ?? line.verdict), ["incomplete", 2, 4, 5, 6, "incomplete", undefined]);
  assert.match(lines[3].error, /longer than 2097152 bytes/);
  const fits = schema("/batch", "post", 200, "application/x-ndjson");
  lines.slice(0, -1).forEach((line) => fits(line, "a line"));
});

test("batch: answers come while lines are still sent", async () => {
  let send;
  const body = new ReadableStream({ start: (controller) => void (send = (line) => (line ? controller.enqueue(new TextEncoder().encode(line)) : controller.close())) });
  const asked = fetch(`${server.address}/api/v1/batch?day=2023-09-15`, {
    method: "POST", headers: { "content-type": "application/x-ndjson" }, body, duplex: "half",
  });
  send("{}\n");
  const reader = (await asked).body.getReader();
  assert.match(Buffer.from((await reader.read()).value).toString(), /"verdict":"incomplete"/);
  send("[]\n");
  assert.match(Buffer.from((await reader.read()).value).toString(), /"line":2/);
  send();
  assert.ok((await reader.read()).done);
});

test("simulate, compare, solve: the bytes of the command line, as described", async () => {
  const dossier = JSON.stringify(example());
  const same = async (path, args, given = dossier) => {
    const { out } = ti([...args, "--format", "json", "--day", "2023-09-15"], given);
    const found = await (await post(`${path}${path.includes("?") ? "&" : "?"}day=2023-09-15`, given)).text();
    assert.equal(found, out.trimEnd(), path);
    schema(path.split("?")[0])(JSON.parse(found), path);
  };
  await same("/simulate", ["simulate"]);
  await same("/simulate", ["simulate"], "{}");
  await same("/compare", ["simulate", "--compare"]);
  await same("/solve?annual_cost=80000", ["simulate", "--solve", "annual_cost=80000"]);
  await same("/solve?months=40000", ["simulate", "--solve", "months=40000"]);
});

test("rules, scales, epcis: as the command line, as described", async () => {
  const same = async (path, args) => {
    const found = await (await get(path)).text();
    assert.equal(found, ti([...args, "--format", "json"]).out.trimEnd(), path);
    schema(path.split("?")[0], "get")(JSON.parse(found), path);
  };
  await same("/rules", ["rules"]);
  await same("/rules?lang=en", ["rules", "--lang", "en"]);
  await same("/scales", ["scales"]);
  await same("/scales?lang=en", ["scales"]);
  await same("/epcis?q=saint+brieuc", ["epci", "saint brieuc"]);
  await same("/epcis?q=22&limit=3", ["epci", "22", "--limit", "3"]);
  assert.deepEqual(await (await get("/epcis?q=nulle+part+ailleurs")).json(), []);
});

test("the language and the scale are those of the address", async () => {
  const dossier = JSON.stringify(example());
  const report = await (await post("/check?day=2023-09-15&lang=en&scale=argentan-2023", dossier)).json();
  assert.deepEqual([report.lang, report.scale, report.day], ["en", "argentan-2023", "2023-09-15"]);
});

test("the description is OpenAPI 3.1, names every route, and the examples of the project fit it", async () => {
  assert.match(api.openapi, /^3\.1\./);
  assert.deepEqual(Object.keys(api.paths).sort(), [
    "/api/v1/batch", "/api/v1/check", "/api/v1/compare", "/api/v1/epcis", "/api/v1/rules", "/api/v1/scales",
    "/api/v1/simulate", "/api/v1/solve",
  ]);
  const named = JSON.stringify(api).match(/#\/components\/schemas\/\w+/g);
  for (const name of new Set(named)) assert.ok(api.components.schemas[name.split("/").pop()], name);
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const method of ["GET", "POST"]) {
      const { status } = await fetch(server.address + path, { method });
      const described = methods[method.toLowerCase()];
      assert.equal(status === 405, !described, `${method} ${path}: ${status}`);
      if (described) assert.ok(described.responses[status], `${method} ${path} answers ${status}`);
    }
  }
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: "api", components: api.components });
  const dossier = ajv.compile({ $ref: "api#/components/schemas/Dossier" });
  assert.ok(dossier(example()), ajv.errorsText(dossier.errors));
  assert.ok(!dossier({ perimeter: "x" }));
});
