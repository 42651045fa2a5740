// The checks as an HTTP API at the edge: the wasm of the package in an open-source engine for workers, no server of ours.
import { evaluate, rules, scales, searchEpcis, simulate } from "territoires-industrie";

const BODY_LIMIT = 1_000_000; // bytes; the largest real dossier is a hundredth of it
const READ = { "/health": health, "/api/v1/rules": rules, "/api/v1/scales": scales, "/api/v1/epcis": epcis };
const ASKED = { "/api/v1/check": evaluate, "/api/v1/simulate": simulate };

class Problem extends Error {
  constructor(status, title, detail, headers = {}) {
    super(detail);
    Object.assign(this, { status, title, headers });
  }
}

const badRequest = (detail) => new Problem(400, "Bad Request", detail);

const json = (body) =>
  new Response(JSON.stringify(body), { headers: { "content-type": "application/json", "cache-control": "no-store" } });

function problem({ status, title, message, headers }) {
  const body = { type: "about:blank", title, status, detail: message };
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/problem+json", ...headers } });
}

/** The parameters of a request; one that is not known is told, not ignored, and an empty one is as good as none. */
function parameters({ searchParams }, known) {
  const given = {};
  for (const [name, value] of searchParams) {
    if (!known.includes(name)) throw badRequest(`parameter ${name}: expected one of ${known.join(", ") || "none"}`);
    if (name in given) throw badRequest(`parameter ${name}: given twice`);
    given[name] = value;
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
}

/** Those of an evaluation. The engine takes a blank option for none. */
function optionsOf(url) {
  const options = parameters(url, ["day", "lang", "scale"]);
  for (const [name, value] of Object.entries(options)) {
    if (!value.trim()) throw badRequest(`parameter ${name}: found “${value}”, expected a value or nothing`);
  }
  return options;
}

function health() {
  return { status: "ok", engine: evaluate({}).engine };
}

/** The parameters of what is read. Its texts are in both languages: either is well asked. */
function readWith(url, known) {
  const { lang = "fr", ...others } = parameters(url, [...known, "lang"]);
  if (!["fr", "en"].includes(lang)) throw badRequest(`parameter lang: found “${lang}”, expected fr or en`);
  return others;
}

function epcis(url) {
  const { q, limit = "10" } = readWith(url, ["q", "limit"]);
  if (!/^\d+$/.test(limit) || limit < 1 || limit > 100) {
    throw badRequest(`parameter limit: found “${limit}”, expected a whole number from 1 to 100`);
  }
  if (q === undefined) throw badRequest("parameter q: found nothing, expected a name, a SIREN or a département");
  return searchEpcis(q, Number(limit));
}

/** Refuses a body that is not JSON in UTF-8, as it comes. */
function expectJson(headers) {
  const refuse = (detail) => new Problem(415, "Unsupported Media Type", detail);
  const type = headers.get("content-type");
  if (type === null) throw refuse("no content-type, expected application/json");
  const [essence, ...parts] = type.split(";").map((part) => part.trim().toLowerCase());
  if (!/^application\/(.*\+)?json$/.test(essence)) throw refuse(`content-type: found “${type}”, expected application/json`);
  const charset = parts.find((part) => part.startsWith("charset="))?.slice("charset=".length);
  if (charset && charset.replaceAll('"', "") !== "utf-8") throw refuse("content-type: expected charset=utf-8");
  const encoding = headers.get("content-encoding") ?? "identity";
  if (encoding.toLowerCase() !== "identity") throw refuse("content-encoding: expected a body that is not compressed");
}

async function dossierOf(request) {
  expectJson(request.headers);
  const tooLarge = () => new Problem(413, "Payload Too Large", `expected at most ${BODY_LIMIT} bytes`);
  if (Number(request.headers.get("content-length")) > BODY_LIMIT) throw tooLarge();
  const chunks = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw tooLarge();
    chunks.push(chunk);
  }
  let dossier;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await new Blob(chunks).arrayBuffer());
    dossier = JSON.parse(text);
  } catch (error) {
    throw badRequest(`the body is no JSON: ${error.message}`);
  }
  if (typeof dossier !== "object" || dossier === null || Array.isArray(dossier)) {
    throw badRequest("expected a dossier, as a JSON object");
  }
  return dossier;
}

async function answer(request) {
  const url = new URL(request.url);
  const read = READ[url.pathname];
  const asked = ASKED[url.pathname];
  if (!read && !asked) throw new Problem(404, "Not Found", `nothing is at ${url.pathname}`);
  const allowed = asked ? ["POST"] : ["GET", "HEAD"];
  if (!allowed.includes(request.method)) {
    const allow = allowed.join(", ");
    throw new Problem(405, "Method Not Allowed", `found ${request.method}, expected ${allow}`, { allow });
  }
  if (read) {
    if (read !== health && read !== epcis) readWith(url, []);
    return json(read === epcis ? epcis(url) : read());
  }
  const options = optionsOf(url);
  const dossier = await dossierOf(request);
  try {
    return json(asked(dossier, options));
  } catch (error) {
    // The engine says which option is wrong; a trap is ours, and ends this isolate's answer only.
    if (error instanceof WebAssembly.RuntimeError) throw error;
    throw badRequest(error.message);
  }
}

export default {
  async fetch(request) {
    try {
      return await answer(request);
    } catch (error) {
      if (error instanceof Problem) return problem(error);
      console.error(error.stack);
      return problem(new Problem(500, "Internal Server Error", "the fault is ours"));
    }
  },
};
