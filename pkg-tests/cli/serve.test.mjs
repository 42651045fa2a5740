// `ti serve` as who installs it meets it: the pages inside the program, from this machine only, with headers that let
// nothing else in; what it logs, whom it lets in, how it refuses and how it ends.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { example } from "../support/corpus.mjs";
import { raw, request } from "../support/raw.mjs";
import { serve, TI, ti } from "../support/ti.mjs";

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
  const code = async (name) => {
    const answer = await get(`/assets/${name}`);
    assert.match(answer.headers.get("content-type"), /javascript/);
    return answer.text();
  };
  const first = await code(script.split("/").at(-1));
  const parts = await Promise.all([...first.matchAll(/"\.\/([\w.-]+\.js)"/g)].map(([, name]) => code(name)));
  const [wasm] = [first, ...parts].join("\n").match(/[\w-]+_bg-[\w-]+\.wasm/) ?? [];
  assert.ok(wasm, "the script, or a part of it, names its wasm");
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

test("the program alone is a whole installation", async () => {
  const folder = mkdtempSync(join(tmpdir(), "alone-"));
  const program = join(folder, "ti");
  copyFileSync(TI, program);
  const alone = await serve([], { program, cwd: folder });
  try {
    const page = await fetch(alone.address);
    assert.equal(await page.text(), await (await get("/")).text());
    assert.match(page.headers.get("content-type"), /^text\/html/);
    const report = await fetch(`${alone.address}/api/v1/check`, {
      method: "POST", headers: { "content-type": "application/json" }, body: "{}",
    });
    assert.equal(report.status, 200);
  } finally {
    await alone.stop();
    rmSync(folder, { recursive: true });
  }
});

test("--pages serves another folder; one without pages is 66", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pages-"));
  assert.equal(ti(["serve", "--pages", folder]).status, 66);
  writeFileSync(join(folder, "index.html"), "mine");
  const other = await serve(["--pages", folder]);
  assert.equal(await (await fetch(other.address)).text(), "mine");
  await other.stop();
  rmSync(folder, { recursive: true });
});

test("what has a name of its own is kept, the rest is asked again, an answer never kept", async () => {
  const page = await get("/");
  assert.equal(page.headers.get("cache-control"), "no-cache");
  const etag = page.headers.get("etag");
  assert.equal((await fetch(`${server.address}/`, { headers: { "if-none-match": etag } })).status, 304);
  const [asset] = (await page.text()).match(/assets\/[\w./-]+\.js/);
  assert.match((await get(`/${asset}`)).headers.get("cache-control"), /immutable/);
  assert.equal((await get("/api/v1/scales")).headers.get("cache-control"), "no-store");
});

test("what is large travels small: pages and answers, in br or gzip", async () => {
  for (const encoding of ["br", "gzip"]) {
    for (const path of ["/", "/api/v1/rules"]) {
      const answer = await fetch(server.address + path, { headers: { "accept-encoding": encoding } });
      assert.equal(answer.headers.get("content-encoding"), encoding, path);
      assert.ok((await answer.text()).length > 500);
    }
  }
  const plain = await raw(server.address, [request("GET /api/v1/rules")]);
  assert.equal(plain.headers["content-encoding"], undefined);
  assert.equal(Number(plain.headers["content-length"]), Buffer.byteLength(plain.body));
});

test("other sites' pages get nothing, but those of a list", async () => {
  const ask = async (address, origin) => {
    const asked = { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type" } };
    return (await fetch(`${address}/api/v1/check`, asked)).headers.get("access-control-allow-origin");
  };
  assert.equal(await ask(server.address, "https://one.example"), null);
  const open = await serve(["--cors-origin", "https://one.example", "--cors-origin", "http://localhost:5173"]);
  try {
    for (const origin of ["https://one.example", "http://localhost:5173"]) assert.equal(await ask(open.address, origin), origin);
    for (const origin of ["https://two.example", "https://one.example.evil.example", "null"]) assert.equal(await ask(open.address, origin), null);
    const refused = await fetch(`${open.address}/api/v1/check`, { method: "POST", headers: { origin: "https://one.example" } });
    assert.equal(refused.status, 415);
    assert.equal(refused.headers.get("access-control-allow-origin"), "https://one.example", "its page can read why");
  } finally {
    await open.stop();
  }
  for (const origin of ["*", "one.example", "https://one.example/path", "ftp://one.example"]) {
    assert.equal(ti(["serve", "--cors-origin", origin]).status, 64, origin);
  }
});

test("a request has an identifier: its own when it is one, else a new one", async () => {
  const given = async (id) => (await fetch(`${server.address}/health`, { headers: { "x-request-id": id } })).headers.get("x-request-id");
  assert.equal(await given("abc-123"), "abc-123");
  for (const odd of ["a b", "x".repeat(65), "a=1"]) assert.match(await given(odd), /^[0-9a-f-]{36}$/, odd);
});

test("the log has a line a request, and nothing of what people typed", async () => {
  for (const log of ["text", "json"]) {
    const logged = await serve(["--log", log]);
    const secret = "Secrétissime-mot";
    const dossier = JSON.stringify({ ...example(), territory_name: secret, [secret]: 1 });
    const headers = { "content-type": "application/json", "user-agent": secret, "x-request-id": `${secret} x`.replace("é", "e") };
    for (const [path, body] of [["check", dossier], ["batch", dossier], [`check?lang=${secret}`, dossier], ["check", secret], [`${secret}`, ""]]) {
      await (await fetch(`${logged.address}/api/v1/${path}`, { method: "POST", headers, body })).text();
    }
    await fetch(`${logged.address}/api/v1/epcis?q=${secret}`);
    await fetch(`${logged.address}/${secret}.html`);
    await logged.stop();
    const lines = logged.log().trim().split("\n").slice(1);
    assert.ok(lines.length >= 7, logged.log());
    assert.doesNotMatch(logged.log(), /Secr|issime/);
    if (log === "text") {
      assert.ok(lines.some((line) => / INFO answered id="[\w-]+" method="POST" route="\/api\/v1\/check" status=200 microseconds=\d+$/.test(line)), logged.log());
    } else {
      const told = lines.map((line) => JSON.parse(line)).find(({ status }) => status === 415 || status === 200);
      assert.deepEqual(Object.keys(told).sort(), ["id", "level", "message", "method", "microseconds", "route", "status", "timestamp"]);
      assert.equal(told.route, "/api/v1/check");
      assert.ok(Number.isInteger(told.microseconds));
    }
  }
});

const slow = request("POST /api/v1/check", { "content-type": "application/json", "content-length": 2 });

test("above its bound the API says 503 and when to come back, and health and pages still answer", async () => {
  const small = await serve(["--max-requests", "1"]);
  try {
    // A batch is answered while it comes, and takes its place to its last line.
    for (const path of ["check", "batch"]) {
      const first = raw(small.address, [slow.replace("check", path), 400, "{}"], /\r\n0\r\n\r\n$/);
      await wait(150);
      const second = await fetch(`${small.address}/api/v1/scales`);
      assert.equal(second.status, 503, path);
      assert.equal(second.headers.get("retry-after"), "1");
      assert.equal(second.headers.get("content-type"), "application/problem+json");
      assert.match((await second.json()).detail, /come back/);
      assert.equal((await fetch(`${small.address}/health`)).status, 200);
      assert.equal((await fetch(small.address)).status, 200);
      assert.equal((await first).status, 200);
      assert.equal((await fetch(`${small.address}/api/v1/scales`)).status, 200, path);
    }
  } finally {
    await small.stop();
  }
});

test("connections above their bound wait, and are served once there is room", async () => {
  const small = await serve(["--max-connections", "1", "--header-timeout", "0.3"]);
  try {
    const first = raw(small.address, [slow, 200, "{}", 100]);
    await wait(50);
    const second = raw(small.address, [request("GET /health")]);
    assert.equal((await first).status, 200);
    assert.equal((await second).status, 200);
  } finally {
    await small.stop();
  }
});

test("asked to stop, it finishes what it has begun, takes nothing new, and does not wait for ever", async () => {
  const ending = await serve([]);
  const begun = raw(ending.address, [slow, 400, "{}"]);
  await wait(150);
  const ended = ending.stop();
  await wait(50);
  await assert.rejects(fetch(`${ending.address}/health`));
  assert.equal((await begun).status, 200);
  assert.equal(await ended, 0);

  const hasty = await serve(["--grace", "0.2"]);
  const never = raw(hasty.address, [slow, 1000]);
  await wait(100);
  assert.equal(await hasty.stop(), 0);
  assert.equal((await never).status, 0);
});

test("an address that is taken is bad usage, in one line", () => {
  const { status, err } = ti(["serve", "--addr", server.address.slice(7)]);
  assert.equal(status, 64);
  assert.match(err, /cannot listen on 127\.0\.0\.1/);
});
