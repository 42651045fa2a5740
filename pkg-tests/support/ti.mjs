// The program `ti` as `make build` leaves it.
import { spawn, spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { root } from "./corpus.mjs";

export const TI = root("target/release/ti");

/** Runs `ti` to its end: `{ status, out, err }`. */
export function ti(args, input = "") {
  const { status, stdout, stderr, error } = spawnSync(TI, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (error && error.code !== "EPIPE") throw error;
  return { status, out: stdout, err: stderr };
}

/** The same for many calls `[args, input]`, as many at a time as there are processors; the answers in their order. */
export async function tiEach(calls) {
  const answers = [];
  let next = 0;
  const one = async () => {
    for (let i = next++; i < calls.length; i = next++) {
      const [args, input] = calls[i];
      const program = spawn(TI, args, { stdio: ["pipe", "pipe", "pipe"] });
      const [out, err] = [[], []];
      program.stdout.on("data", (chunk) => out.push(chunk));
      program.stderr.on("data", (chunk) => err.push(chunk));
      program.stdin.on("error", () => {}); // it may answer before it has read all
      program.stdin.end(input);
      const status = await new Promise((resolve, reject) => program.once("error", reject).once("close", resolve));
      answers[i] = { status, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, one));
  return answers;
}

/** `ti serve` on a free port: `{ address, stop, log }` once it has printed its address. */
export function serve(args = [], { env = {}, program = TI, cwd = root(".") } = {}) {
  const server = spawn(program, ["serve", "--addr", "127.0.0.1:0", ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const stop = () => (server.kill(), ended);
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk) => {
      said += chunk;
      const address = said.match(/http:\/\/[\d.:]+\d/)?.[0];
      if (address) resolve({ address, said, stop, ended, log: () => said });
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.once("error", reject);
    ended.then((code) => reject(new Error(`ti serve ended with ${code}: ${said}`)));
  });
}
