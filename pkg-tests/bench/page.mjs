// What a person waits for on the page, in a real Chromium: from a key press to the painted answer with the processor
// slowed four times, on a large dossier; and the first answer on a cold cache over a simulated slow 4G. Prints, judges nothing.
import { readFileSync } from "node:fs";
import { launch } from "../browser/chromium.mjs";
import { example, root } from "../support/corpus.mjs";
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

const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

/** Times from the key's event to the frame after its paint, in milliseconds; one key after the other. */
async function keys(page, path, letters) {
  const control = page.locator(`[name="${path}"]`);
  await control.evaluate((node) => {
    for (let fold = node.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  });
  await control.focus();
  await page.evaluate(() => {
    window.waits = [];
    addEventListener("keydown", ({ timeStamp }) => {
      // Two frames and a task: what the first one painted is then on the screen.
      requestAnimationFrame(() => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.waits.push(performance.now() - timeStamp);
        port2.postMessage(null);
      }));
    }, true);
  });
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press(letters[i % letters.length]);
    await page.waitForFunction((count) => window.waits.length >= count, i + 1);
  }
  return (await page.evaluate(() => window.waits)).sort((a, b) => a - b);
}

const server = await serve();
const browser = await launch();
const ms = (time) => `${time.toFixed(0)} ms`.padStart(8);

console.log(`\nkey press to paint, CPU slowed 4×, 20 EPCI, 60 actions   p50      p99      most  (of ${KEYS} keys)`);
for (const [name, path, letters] of [
  ["a text", "territory_name", "ab "],
  ["a cost, a new plan each", "chef_de_projet.annual_cost", ["End", "0", "Backspace"]],
]) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript((dossier) => localStorage.setItem("territoires-industrie.dossier", JSON.stringify({ at: new Date().toISOString(), dossier })), large(20, 60));
  await page.goto(server.address);
  await page.locator(".kept").getByText("a été retrouvée").waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const waits = await keys(page, path, letters);
  console.log(`${name.padEnd(52)} ${ms(quantile(waits, 0.5))} ${ms(quantile(waits, 0.99))} ${ms(waits.at(-1))}`);
  await page.close();
}

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
await browser.close();
await server.stop();
