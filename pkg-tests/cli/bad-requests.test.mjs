// Requests that a server meets and nobody should send: each has an answer, and the next good one too.
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { raw, request } from "../support/raw.mjs";
import { serve } from "../support/ti.mjs";

let server;
before(async () => {
  server = await serve(["--log", "off", "--timeout", "0.5", "--header-timeout", "0.5", "--max-batch", "100000"]);
});
after(() => server.stop());

const json = { "content-type": "application/json" };
const lines = { "content-type": "application/x-ndjson" };
const post = (path, headers, body) => [request(`POST /api/v1${path}`, { ...headers, "content-length": Buffer.byteLength(body) }, ""), body];
const deep = `{"perimeter":${"[".repeat(1_000_000)}`;
const levels = Array.from({ length: 100 }, (_, n) => ({ id: `l${n}`, rate: 5000 }));
const endless = JSON.stringify({ perimeter: { epcis: Array.from({ length: 201 }, (_, n) => String(n)) }, chef_de_projet: { scale: { id: "own", status: "custom", levels } } });
const head = request("POST /api/v1/check", { ...json, "content-length": 100 });

/** What is sent, the status that comes back, words of the problem that is told; `null`: of HTTP itself, no words. */
const TABLE = [
  ["no JSON", post("/check", json, '{"perimeter": '), 400, /no JSON.*line 1/],
  ["no object", post("/check", json, "[]"), 400, /JSON object/],
  ["nothing", post("/check", json, ""), 400, /no JSON/],
  ["invalid UTF-8", [request("POST /api/v1/check", { ...json, "content-length": 18 }), Buffer.from('{"filed_on":"\xff\xfe\xfd"}', "latin1")], 400, /no JSON/],
  ["deep nesting that never ends", post("/check", json, deep), 400, /no JSON/],
  ["deep nesting", post("/check", json, `{"perimeter":${"[".repeat(500_000)}${"]".repeat(500_000)}}`), [200, 400], null],
  ["a wrong type", post("/check", { "content-type": "text/plain" }, "{}"), 415, /text\/plain.*expected application\/json/],
  ["no type", post("/check", {}, "{}"), 415, /no content-type/],
  ["a wrong charset", post("/check", { "content-type": "application/json; charset=latin1" }, "{}"), 415, /utf-8/],
  ["a form", post("/check", { "content-type": "multipart/form-data; boundary=x" }, "--x--"), 415, /multipart/],
  ["a compressed body", post("/check", { ...json, "content-encoding": "gzip" }, "{}"), 415, /content-encoding/],
  ["a huge body, announced", [request("POST /api/v1/check", { ...json, "content-length": 1e12 })], 413, /2097152 bytes/],
  ["a huge body in pieces", [request("POST /api/v1/check", { ...json, "transfer-encoding": "chunked" }), ...Array(40).fill(`10000\r\n${" ".repeat(65536)}\r\n`)], 413, /2097152 bytes/],
  ["a huge batch, announced", [request("POST /api/v1/batch", { ...lines, "content-length": 1e12 })], 413, /100000 bytes/],
  ["an unknown route", [request("GET /api/v1/chekc")], 404, /nothing stands/],
  ["an unknown page", [request("GET /nowhere")], 404, /nothing stands/],
  ["a page outside", [request("GET /../../Cargo.toml")], 404, /nothing stands/],
  ["an unknown method", [request("BREW /api/v1/check")], 405, /allow/],
  ["GET for a dossier", [request("GET /api/v1/check")], 405, /allow/],
  ["DELETE of a page", [request("DELETE /")], 405, /GET or HEAD/],
  ["an unknown parameter", post("/check?scael=pvd", json, "{}"), 400, /unknown parameter “scael”/],
  ["a parameter twice", post("/check?lang=fr&lang=en", json, "{}"), 400, /lang is given twice/],
  ["a day that is none", post("/check?day=2023-02-29", json, "{}"), 400, /day: found “2023-02-29”, expected/],
  ["a language that is none", post("/check?lang=de", json, "{}"), 400, /lang: found “de”, expected fr or en/],
  ["a scale that is none", post("/check?scale=../x", json, "{}"), 400, /scale: found “..\/x”, expected one of/],
  ["a parameter that is no UTF-8", post("/check?day=%ff", json, "{}"), 400, /day/],
  ["a search for nothing", [request("GET /api/v1/epcis")], 400, /parameter q/],
  ["a search without end", [request("GET /api/v1/epcis?q=a&limit=1000000")], 400, /limit/],
  ["a comparison without end", post("/compare", json, endless), 413, /100 levels for 201 members/],
  ["nothing to solve", post("/solve", json, "{}"), 400, /annual_cost and months/],
  ["a budget that is none", post("/solve?months=-5", json, "{}"), 400, /months: found “-5”/],
  ["a body that stops", [head, '{"perimeter":', 2000], 408, /too long/],
  ["a body by drops", [head, ..."{".padEnd(20).split("").flatMap((byte) => [byte, 100])], 408, /too long/],
  ["a head by drops", ["GET /hea", 200, "lth HTTP/1.1\r\nhos", 2000], [0, 408], null],
  ["a head of many headers", [request("GET /health", Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`x-${i}`, "x"])))], 431, null],
  ["a head of one huge header", [request("GET /health", { "x-huge": "x".repeat(100_000) })], 431, null],
  ["a head of one header of a megabyte", [request("GET /health", { "x-huge": "x".repeat(1 << 20) })], 431, null],
  ["headers that never end", ["GET /health HTTP/1.1\r\n", ...Array(5000).fill(`x: ${"y".repeat(100)}\r\n`)], 431, null],
  ["a huge address", [request(`GET /${"x".repeat(100_000)}`)], [414, 431], null],
  ["no HTTP", ["\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"], 400, null],
  ["two lengths", ["POST /api/v1/check HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}"], 400, null],
  ["a length and pieces", ["POST /api/v1/check HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"], [200, 400], null],
  ["a piece that is none", [request("POST /api/v1/check", { ...json, "transfer-encoding": "chunked" }), "zz\r\n"], 400, /cut/],
];

for (const [name, pieces, status, words] of TABLE) {
  test(`${name}: ${[status].flat().join(" or ")}`, async () => {
    const answer = await raw(server.address, pieces);
    assert.ok([status].flat().includes(answer.status), `${answer.status} ${answer.body}`);
    if (process.env.TABLE) console.error(`| ${name} | ${answer.status} | ${words ? JSON.parse(answer.body).detail : ""} |`);
    if (words) {
      assert.equal(answer.headers["content-type"], "application/problem+json");
      const { type, title, status: told, detail, request_id } = JSON.parse(answer.body);
      assert.equal(type, "about:blank");
      assert.ok(title);
      assert.equal(told, answer.status);
      assert.match(detail, words);
      assert.equal(request_id, answer.headers["x-request-id"]);
      assert.equal(answer.headers["x-content-type-options"], "nosniff");
      if (status === 405) assert.ok(answer.headers.allow);
    }
    const good = await fetch(`${server.address}/health`);
    assert.equal(good.status, 200);
  });
}

test("a connection that is cut, before, in and after a request, ends nothing else", async () => {
  for (const bytes of ["", "PO", head, `${head}{"perim`]) {
    await raw(server.address, [bytes, 10]).catch(() => {});
    const { hostname, port } = new URL(server.address);
    const socket = connect({ host: hostname, port: Number(port) });
    await new Promise((resolve) => socket.once("connect", resolve));
    socket.write(bytes);
    socket.resetAndDestroy();
  }
  assert.equal((await fetch(`${server.address}/health`)).status, 200);
});

test("a client that goes on after its answer gives its place back", async () => {
  const small = await serve(["--log", "off", "--max-connections", "1"]);
  const { hostname, port } = new URL(small.address);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  socket.on("error", () => {});
  const going = setInterval(() => socket.write("more"), 50);
  try {
    socket.write("no HTTP\r\n\r\n");
    assert.match(String((await once(socket, "data"))[0]), /^HTTP\/1.1 400 /);
    assert.equal((await fetch(`${small.address}/health`)).status, 200);
  } finally {
    clearInterval(going);
    socket.destroy();
    await small.stop();
  }
});

test("a batch above its bound breaks off: nobody takes it for whole", async () => {
  const line = `{"territory_name":"${"x".repeat(1000)}"}\n`;
  const piece = `${line.length.toString(16)}\r\n${line}\r\n`;
  const asked = [request("POST /api/v1/batch", { ...lines, "transfer-encoding": "chunked" })];
  const whole = await raw(server.address, [...asked, ...Array(50).fill(piece), "0\r\n\r\n"], /\r\n0\r\n\r\n$/);
  assert.equal(whole.status, 200);
  assert.match(whole.body, /\r\n0\r\n\r\n$/);
  const { status, body } = await raw(server.address, [...asked, ...Array(150).fill(piece)]);
  assert.equal(status, 200);
  assert.match(body, /"verdict"/);
  assert.doesNotMatch(body, /\r\n0\r\n\r\n$/);
});
