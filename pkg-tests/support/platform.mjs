// A local stand-in for the form platform: it creates drafts as the platform does, or fails as it is told to.
import { createServer } from "node:http";

/** `{ address, received, fail, stop }`; `fail(how, …)` is what the next requests meet: `429`, `500`, `503`, `400`, `404`,
 * `"silence"`, `"cut"`, `"no json"`, `"no url"`, `"redirect"`. */
export async function platform({ number }) {
  const received = [];
  const faults = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const json = (status, body, headers = {}) =>
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    const fault = faults.shift();
    received.push({ method: request.method, path: request.url, type: request.headers["content-type"], body: Buffer.concat(chunks).toString() });
    if (fault === "silence") return;
    if (fault === "cut") return request.socket.destroy();
    if (fault === "no json") return response.writeHead(201).end("<html>");
    if (fault === "no url") return json(201, { dossier_url: "javascript:alert(1)", dossier_number: 1 });
    if (fault === "redirect") return json(302, {}, { location: "http://127.0.0.1:9/" });
    if (fault === 400) return json(400, { error: "something went wrong" });
    if (fault === 429) return json(429, {}, { "retry-after": "15" });
    if (fault) return response.writeHead(fault, { "content-type": "text/html" }).end("<h1>Oups</h1>");
    if (request.headers["content-type"] !== "application/json") return json(400, { error: "Content-Type should be json" });
    if (request.url !== `/api/public/v1/demarches/${number}/dossiers`) return json(404, { error: `procedure ${request.url.split("/")[5]} is not found` });
    json(201, {
      dossier_url: "https://demarche.numerique.gouv.fr/commencer/territoires-industrie?prefill_token=abc",
      state: "prefilled", dossier_id: "RG9zc2llci0x", dossier_number: 4711, dossier_prefill_token: "abc",
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    received,
    fail: (...how) => faults.push(...how),
    stop: () => (server.closeAllConnections(), new Promise((resolve) => server.close(resolve))),
  };
}
