// How fast `ti batch` is beside a program that only reads the same lines with serde_json and writes as many bytes
// (baseline.rs), on the same processors, turn by turn; and what both hold in memory. Prints, judges nothing.
// node batch.mjs [COUNT]: so many dossiers, 20 000 by default.
import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { root } from "../support/corpus.mjs";

const count = Number(process.argv[2] ?? 20_000);
const folder = root("target/bench");
const dossiers = `${folder}/dossiers-${count}.jsonl`;
const written = `${folder}/out`;
const JIFFY = 10; // ms, of which Linux counts processor time

/** Time of the ended children on all processors, in ms; nothing where the system does not tell. */
function processors() {
  if (process.platform !== "linux") return NaN;
  const fields = readFileSync("/proc/self/stat", "utf8").replace(/^.*\) /s, "").split(" ");
  return (Number(fields[13]) + Number(fields[14])) * JIFFY;
}

/** Runs a program to its end, its output to a file: `{ seconds, busy, memory }`, memory in MB at its height. */
async function run(program, args, out = written) {
  const file = openSync(out, "w");
  const [begin, before] = [process.hrtime.bigint(), processors()];
  const child = spawn(program, args, { stdio: ["ignore", file, "inherit"] });
  let memory = NaN;
  const look = setInterval(() => {
    try {
      memory = Number(readFileSync(`/proc/${child.pid}/status`, "utf8").match(/VmHWM:\s*(\d+)/)[1]) / 1000;
    } catch {} // it has just ended, or the system does not tell
  }, 20);
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
  clearInterval(look);
  closeSync(file);
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return { seconds: Number(process.hrtime.bigint() - begin) / 1e9, busy: (processors() - before) / 1e3, memory };
}

mkdirSync(folder, { recursive: true });
if (!existsSync(dossiers)) {
  await run(process.execPath, [root("pkg-tests/generate/dossiers.mjs"), String(count)], `${dossiers}.partial`);
  renameSync(`${dossiers}.partial`, dossiers);
}

const ti = root("target/release/ti");
const baseline = root("target/release/examples/baseline");
const options = ["batch", dossiers, "--day", "2023-09-15"];
const surfaces = [["reports", options], ["--verdicts", [...options, "--verdicts"]]];
const kB = (bytes) => (bytes / count / 1000).toFixed(1);
console.log(`\n${count} dossiers of ${kB(statSync(dossiers).size)} kB, ${availableParallelism()} processors; best of three turns`);
console.log("                  kB out   dossiers/s   processor s      MB    ratio (processors)");
for (const [name, args] of surfaces) {
  await run(ti, args);
  const bytes = Math.round(statSync(written).size / count);
  const programs = { [`ti, ${name}`]: [ti, args], "read and write": [baseline, [dossiers, String(bytes - 1)]] };
  const best = {};
  for (let turn = 0; turn < 3; turn++) {
    for (const [who, [program, given]] of Object.entries(programs)) {
      const one = await run(program, given);
      const { seconds, busy, memory } = best[who] ?? one;
      best[who] = { seconds: Math.min(seconds, one.seconds), busy: Math.min(busy, one.busy), memory: Math.max(memory, one.memory) };
    }
  }
  const [ours, theirs] = Object.values(best);
  for (const [who, { seconds, busy, memory }] of Object.entries(best)) {
    const ratio = who === "read and write" ? "" : `${(theirs.seconds / seconds).toFixed(2).padStart(8)} (${(theirs.busy / ours.busy).toFixed(2)})`;
    const figures = [(bytes / 1000).toFixed(1), (count / seconds).toFixed(0), busy.toFixed(2), memory.toFixed(1)];
    console.log(who.padEnd(16) + figures.map((figure, i) => figure.padStart([8, 13, 14, 8][i])).join("") + ratio);
  }
}
