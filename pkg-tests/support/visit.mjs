// A visit to the real pages in a real Chromium, with what the browser tells kept.
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { launch } from "../browser/chromium.mjs";
import { serve } from "./ti.mjs";

/** `{ open, close }`: pages of a server, by default of a new one; each page keeps in `told` what reached its console. */
export async function visit(server = null) {
  const browser = await launch();
  server ??= await serve();
  const open = async ({ width = 1280, height = 900, query = "", ...context } = {}) => {
    const page = await browser.newPage({ locale: "fr-FR", timezoneId: "Europe/Paris", viewport: { width, height }, ...context });
    page.setDefaultTimeout(10_000);
    page.told = [];
    page.on("console", (message) => page.told.push(message.text()));
    page.on("pageerror", (error) => page.told.push(String(error)));
    page.on("requestfailed", (request) => page.told.push(`not loaded: ${request.url()}`));
    await page.goto(server.address + query);
    await page.locator(".verdict .word").waitFor({ state: "attached" });
    return page;
  };
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  return { open, close };
}

/** Ends a page, on which nothing may have reached the console. */
export async function leave(page) {
  await page.close();
  assert.deepEqual(page.told, [], "the console is empty");
}

/** Opens the menu that holds the tools on a phone. */
export async function openMenu(page) {
  const menu = page.locator("header .menu");
  if ((await menu.isVisible()) && (await menu.getAttribute("aria-expanded")) === "false") await menu.click();
}

/** Loads the example: on a phone its button is in the menu. */
export async function loadExample(page) {
  await openMenu(page);
  await page.locator("header").getByRole("button", { name: /exemple|example/ }).click();
  await says(page, ".verdict .word", "FAQ");
}

/** Waits until an element's text holds some words, whatever its spaces. */
export async function says(page, selector, words) {
  await page.waitForFunction(
    ([selector, words]) => document.querySelector(selector)?.textContent.replace(/\s+/g, " ").includes(words),
    [selector, words],
  );
}

/** Waits until what is read is what is wanted. */
export async function eventually(read, wanted) {
  const until = Date.now() + 5000;
  for (;;) {
    const found = await read();
    try {
      return assert.deepEqual(found, wanted);
    } catch (error) {
      if (Date.now() > until) throw error;
      await setTimeout(30);
    }
  }
}

/** How far the page can be scrolled sideways, in pixels. */
export const sideways = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** The texts of the cells of some rows, without what stands below them: also of a table that is out of sight. */
export const cellsOf = (rows) =>
  rows.evaluateAll((rows) => {
    const text = ({ childNodes }) => [...childNodes].filter((node) => node.nodeType !== Node.COMMENT_NODE && !node.classList?.contains("mention")).map((node) => node.textContent).join("");
    return rows.map((row) => [...row.cells].map((cell) => text(cell).replace(/\s+/g, " ").trim()));
  });

/** A page of `visit` with the example, its plots drawn. */
export async function openStudio(site) {
  const page = await site.open();
  await loadExample(page);
  await page.locator("#plan").scrollIntoViewIfNeeded();
  await page.locator("ti-curve svg").waitFor();
  return page;
}
