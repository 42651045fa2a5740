// Bytes over a socket, as no well-behaved client would send them.
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** Sends pieces (bytes, text, or milliseconds to wait) and gives `{ status, headers, body }` of what comes back; status 0
 * when the server hangs up without a word. It is over at the length that is told, at `last`, or when the server hangs up. */
export async function raw(address, pieces, last) {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true, allowHalfOpen: true });
  let got = Buffer.alloc(0);
  const ended = new Promise((resolve) => {
    const judge = () => (complete(got) || last?.test(got.subarray(-16).toString())) && resolve();
    socket.on("data", (chunk) => ((got = Buffer.concat([got, chunk])), judge()));
    socket.on("error", resolve); // it hung up while something was still sent
    socket.on("end", resolve).on("close", resolve);
  });
  let over = false;
  ended.then(() => (over = true));
  for (const piece of pieces) {
    if (over) break;
    if (typeof piece === "number") await wait(piece);
    else if (!socket.write(piece)) await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), ended]);
  }
  await ended;
  socket.destroy();
  return parsed(got);
}

function parsed(bytes) {
  const text = bytes.toString();
  const [head, ...rest] = text.split("\r\n\r\n");
  const [first, ...lines] = head.split("\r\n");
  const headers = Object.fromEntries(lines.map((line) => line.split(/: */, 2)).map(([name, value]) => [name.toLowerCase(), value]));
  return { status: Number(first.split(" ")[1] ?? 0), headers, body: rest.join("\r\n\r\n") };
}

function complete(bytes) {
  const { headers, body } = parsed(bytes);
  return bytes.includes("\r\n\r\n") && Number(headers["content-length"] ?? Infinity) <= Buffer.byteLength(body);
}

/** A request as text: its first line, headers, body. */
export const request = (first, headers = {}, body = "") =>
  [`${first} HTTP/1.1`, "host: localhost", ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), "", body].join("\r\n");
