// `ti serve`: the pages, from this machine only, with headers that let nothing else in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serve } from "../support/ti.mjs";

let server;
before(async () => (server = await serve()));
after(() => server.stop());

const get = (path) => fetch(server.address + path);

test("it prints its address, on loopback", () => {
  assert.match(server.address, /^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
});

test("the page and what it loads have their types", async () => {
  const page = await get("/");
  assert.equal(page.status, 200);
  assert.match(page.headers.get("content-type"), /^text\/html/);
  const html = await page.text();
  const [script] = html.match(/\/?assets\/[\w./-]+\.js/) ?? [];
  assert.ok(script, "the page names its script");
  const code = await get(`/${script.replace(/^\//, "")}`);
  assert.match(code.headers.get("content-type"), /javascript/);
  const [wasm] = (await code.text()).match(/[\w-]+_bg-[\w-]+\.wasm/) ?? [];
  assert.ok(wasm, "the script names its wasm");
  const module = await get(`/assets/${wasm}`);
  assert.equal(module.headers.get("content-type"), "application/wasm");
});

test("nothing from elsewhere may run, and no inline style", async () => {
  const { headers } = await get("/");
  const policy = headers.get("content-security-policy") ?? "";
  assert.match(policy, /default-src '(self|none)'/);
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'/);
  assert.doesNotMatch(policy, /'unsafe-inline'|'unsafe-eval'|https?:/);
  assert.equal(headers.get("x-content-type-options"), "nosniff");
  assert.match(headers.get("referrer-policy") ?? "", /no-referrer|same-origin/);
});

test("a page that is not there is 404, and no file outside is given", async () => {
  assert.equal((await get("/nowhere")).status, 404);
  for (const path of ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/assets/..%2f..%2f..%2fCargo.toml"]) {
    assert.equal((await get(path)).status, 404, path);
  }
});
