// The page for those who integrate the check, as `ti serve` gives it: every example lives, under the server's policy,
// and what it states is what was built.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { violations } from "../support/axe.mjs";
import { root } from "../support/corpus.mjs";
import { serve } from "../support/ti.mjs";
import { launch, skipped } from "./chromium.mjs";

let server, browser, page;
const said = [];
before(async () => {
  if (skipped) return;
  server = await serve();
  browser = await launch();
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  await page.goto(`${server.address}/integrate/index.html`);
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test("every example lives, and nothing of it is hindered", { skip: skipped }, async () => {
  const bound = () => page.evaluate(() => [...document.querySelectorAll("ti-eligibility, ti-cofinancing")].map(({ report }) => report !== null));
  await page.waitForFunction(() => [...document.querySelectorAll("ti-eligibility, ti-cofinancing")].every(({ report }) => report));
  assert.ok((await bound()).length >= 7);
  assert.match(await page.locator("#suite").textContent(), /^\d+\/\d+ – ./);
  const plan = await page.evaluate(() => document.querySelector("#notre-bareme").funding);
  assert.deepEqual([plan.status, plan.totals.grant, plan.totals.local], ["custom", "32500.00", "17500.00"]);
  await page.getByText("Calendrier mis à part").waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, "nothing is too wide for a phone");
  assert.deepEqual(said, []);
});

test("axe finds nothing, light and dark", { skip: skipped }, async () => {
  for (const colorScheme of ["light", "dark"]) {
    const apart = await browser.newPage({ bypassCSP: true, colorScheme });
    await apart.goto(`${server.address}/integrate/index.html`);
    await apart.waitForFunction(() => [...document.querySelectorAll("ti-eligibility, ti-cofinancing")].every(({ report }) => report));
    assert.deepEqual(await violations(apart), [], colorScheme);
    await apart.close();
  }
});

test("a click copies the code of an example", { skip: skipped }, async () => {
  await page.getByRole("button", { name: "Copier React" }).click();
  await page.getByText("Copié", { exact: true }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, readFileSync(root("pkg-tests/package/snippets/react.jsx"), "utf8"));
});

test("it speaks English", { skip: skipped }, async () => {
  await page.getByRole("button", { name: "EN", exact: true }).click();
  await page.getByText("Apart from the calendar").waitFor();
  assert.ok(await page.getByRole("heading", { name: "Bind a form" }).isVisible());
});

test("its weights and hashes are those of the package", { skip: skipped }, async () => {
  const rows = await page.locator("#weights tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  assert.ok(rows.length >= 5);
  for (const [file, weight, integrity] of rows) {
    const bytes = readFileSync(root(`www/pkg/${file}`));
    assert.equal(weight, `${(brotliCompressSync(bytes).length / 1000).toFixed(1)} kB`, file);
    assert.equal(integrity, `sha384-${createHash("sha384").update(bytes).digest("base64")}`, file);
  }
});
