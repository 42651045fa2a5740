// What a person waits for on the page, in a real Chromium: from a key press to the painted answer on a large dossier,
// from a performance trace, with the processor as it is and slowed four times; and the first answer on a cold cache
// over a simulated slow 4G. The first kind of keys goes to a field alone in an empty page: what the browser itself takes.
// Prints, judges nothing. Words after the program's name choose kinds of keys.
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { launch } from "../browser/chromium.mjs";
import { example, root } from "../support/corpus.mjs";
import { random } from "../support/random.mjs";
import { serve } from "../support/ti.mjs";

const KEYS = 200;
const directory = JSON.parse(readFileSync(root("pkg-tests/node_modules/@etalab/decoupage-administratif/data/epci.json"), "utf8"));

/** The example with more members and actions. */
function large(members, actions) {
  const base = example();
  base.perimeter.epcis = directory.filter(({ type }) => type === "CC" || type === "CA").slice(0, members).map(({ code }) => code);
  const models = base.action_plan.actions;
  base.action_plan.actions = Array.from({ length: actions }, (_, i) => ({ ...models[i % models.length], title: `Action ${i + 1}` }));
  return base;
}

const kinds = [
  { name: "alone", at: "textarea", keys: [..."un meme bassin "], alone: true },
  { name: "text", at: '[name="perimeter.employment_area"]', keys: [..."un meme bassin "] },
  { name: "title", at: '[name="action_plan.actions.30.title"]', keys: [..."une autre ecole "] },
  { name: "amount", at: '[name="chef_de_projet.annual_cost"]', keys: ["End", "0", "Backspace", "5", "Backspace"] },
  { name: "date", at: '[name="chef_de_projet.start"]', keys: ["End", "Backspace", "4", "Backspace", "5"] },
  { name: "epci", at: "#f-perimeter-epcis", keys: [..."saint brieuc", ...Array(12).fill("Backspace")] },
];

/** What the panel answers. */
const answer = () => ["#summary .verdict", ".sums"].map((part) => document.querySelector(part)?.textContent).join();

/**
 * Presses keys as unevenly as a person does. From the trace, in milliseconds: from each key to what it painted. Traced is
 * only what tells that: all of a timeline costs a sixth of the time that it measures.
 */
async function press(page, devtools, keys, count) {
  await page.evaluate((text) => {
    const answer = new Function(`return (${text})()`);
    window.late = 0;
    let painted;
    addEventListener("keydown", () => {
      if (painted !== undefined && painted !== answer()) window.late += 1;
      // The second frame begins once the first one is painted.
      requestAnimationFrame(() => requestAnimationFrame(() => (painted = answer())));
    }, true);
  }, String(answer));
  const events = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await devtools.send("Tracing.start", { categories: "-*,devtools.timeline", transferMode: "ReportEvents" });
  const { below } = random(5);
  for (let i = 0; i < count; i++) {
    await page.keyboard.press(keys[i % keys.length]);
    await wait(40 + below(200));
  }
  const traced = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.end");
  await traced;
  const waits = events
    .filter(({ name, ph, args }) => name === "EventTiming" && ph === "b" && args.data.type === "keydown")
    .map(({ args }) => args.data.duration)
    .sort((a, b) => a - b);
  return { waits, late: await page.evaluate(() => window.late) };
}

const server = await serve();
const browser = await launch();
const ms = (time) => `${time.toFixed(0)} ms`.padStart(8);
const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;

console.log(`\nkey press to painted answer, 20 EPCI, 60 actions        p50      p99      most  keys  answers painted later`);
for (const rate of [1, 4]) {
  for (const { name, at, keys, alone } of kinds.filter(({ name }) => process.argv.length < 3 || process.argv.includes(name))) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
    await page.addInitScript((dossier) => localStorage.setItem("territoires-industrie.dossier", JSON.stringify({ at: new Date().toISOString(), dossier })), large(20, 60));
    await page.goto(server.address);
    await page.locator(".kept").getByText("a été retrouvée").waitFor();
    if (alone) await page.evaluate(() => document.body.replaceChildren(document.createElement("textarea")));
    const control = page.locator(at);
    await control.evaluate((node) => {
      for (let fold = node.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
      node.scrollIntoView({ block: "center" });
      node.focus();
    });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate });
    await wait(1000);
    const { waits, late } = await press(page, devtools, keys, KEYS);
    console.log(`${`${name}, ${rate === 1 ? "not slowed" : `CPU slowed ${rate}×`}`.padEnd(52)} ${ms(quantile(waits, 0.5))} ${ms(quantile(waits, 0.99))} ${ms(waits.at(-1))} ${String(waits.length).padStart(5)} ${late}`);
    await page.close();
  }
}

if (process.argv.length < 3) {
  const page = await browser.newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  // Lighthouse's slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms.
  await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 750_000 / 8 });
  const start = performance.now();
  await page.goto(server.address, { waitUntil: "commit" });
  await page.locator(".verdict .word").waitFor();
  console.log(`first answer, cold cache, slow 4G ${ms(performance.now() - start)}`);
}
await browser.close();
await server.stop();
