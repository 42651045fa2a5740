// After one visit the page works without network; a new version is announced and taken only when the person wants it.
import assert from "node:assert/strict";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root } from "../support/corpus.mjs";
import { type } from "../support/fill.mjs";
import { serve } from "../support/ti.mjs";
import { launch, skipped } from "./chromium.mjs";

const pages = mkdtempSync(join(tmpdir(), "ti-offline-"));
let server, browser;

before(async () => {
  if (skipped) return;
  cpSync(root("www/dist"), pages, { recursive: true });
  [server, browser] = [await serve(["--pages", pages]), await launch()];
});
after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(pages, { recursive: true });
});

test("once visited, the page works offline, and a new version waits for the person", { skip: skipped }, async () => {
  const context = await browser.newContext({ locale: "fr-FR", timezoneId: "Europe/Paris" });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const told = [];
  page.on("console", (message) => told.push(message.text()));
  page.on("pageerror", (error) => told.push(String(error)));
  await page.goto(server.address);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  const other = await context.newPage();
  await other.goto(`${server.address}/api/v1/rules`);
  assert.match(await other.locator("body").innerText(), /^\[\{/, "other addresses are not the page's");
  await other.close();

  await context.setOffline(true);
  await page.goto(`${server.address}/?lang=en`);
  await page.getByRole("button", { name: "Try with an example" }).click();
  await page.locator("#plan").scrollIntoViewIfNeeded();
  await page.locator("ti-bars svg").waitFor();
  await context.setOffline(false);

  await type(page, "territory_name", "À moitié rempli");
  appendFileSync(join(pages, "sw.js"), "\n// another version\n");
  for (const end of ["br", "gz"]) rmSync(join(pages, `sw.js.${end}`), { force: true }); // of the version before
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await page.locator("[data-tool=reload]").waitFor();
  assert.equal(await page.locator("[name=territory_name]").inputValue(), "À moitié rempli", "nothing was swapped");
  await Promise.all([page.waitForEvent("load"), page.locator("[data-tool=reload]").click()]);
  await page.locator(".kept").getByText("were found in this browser").waitFor();
  assert.equal(await page.locator("[name=territory_name]").inputValue(), "À moitié rempli");
  assert.deepEqual(told, [], "the console is empty");
  await context.close();
});
