// The pages are valid HTML: as files, and as they stand in a real Chromium in each state, shadow trees too.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { root } from "../support/corpus.mjs";
import { confirmed } from "../support/mapping.mjs";
import { type } from "../support/fill.mjs";
import { loadExample, openMenu, visit } from "../support/visit.mjs";
import { skipped } from "./chromium.mjs";

/** `browser` leaves out what a browser does not keep of the source, such as the style of attributes. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ["html-validate:recommended", "html-validate:document", "html-validate:browser"],
    rules: {
      // The sheet for the printer has its own, while the page is not shown.
      "heading-level": ["error", { allowMultipleH1: true }],
      // Either is HTML.
      "doctype-style": "off",
      // Files of the page itself, which its policy keeps to its own origin.
      "require-sri": ["error", { target: "crossorigin" }],
      // The form answers while it is typed in: nothing is submitted.
      "wcag/h32": "off",
      // A text is what an input is by itself; the examples for integrators stay short.
      "no-implicit-input-type": "off",
      // A search with suggestions has no element of its own; a part that scrolls is no section of the document.
      "prefer-native-element": ["error", { exclude: ["listbox", "region"] }],
      // Boxes of one question have its name.
      "form-dup-name": ["error", { shared: ["radio", "checkbox"] }],
      // A list may be named by its heading.
      "aria-label-misuse": ["error", { allowAnyNamable: true }],
    },
  }),
);

/** What is wrong, each once: the rule, what it says, where. */
function faults(html) {
  const { results } = validator.validateStringSync(html);
  const lines = html.split("\n");
  const told = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message}\n    ${lines[line - 1].slice(Math.max(0, column - 20), column + 100)}`),
  );
  return [...new Map(told.map((one) => [one.split("\n")[0], one])).values()];
}

/** The document, and each shadow tree in it as a document of its own, under the headings that it stands under. */
const written = (page) =>
  page.evaluate(() => {
    const trees = [...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot.innerHTML] : []));
    const whole = (body) => `<!DOCTYPE html><html lang="${document.documentElement.lang}"><head><title>-</title></head><body><h1>-</h1><h2>-</h2>${body}</body></html>`;
    return [`<!DOCTYPE html>${document.documentElement.outerHTML}`, ...trees.map(whole)].map((html) => html.replace(/<!--.*?-->/gs, "").replaceAll(`${location.origin}/`, "/"));
  });

const click = (page, selector) => page.locator(selector).first().click();
const steps = {
  empty: () => {},
  "half-filled": async (page) => {
    await type(page, "territory_name", "Baie d'Armor");
    await type(page, "perimeter.employment_area", "Un bassin");
  },
  errors: async (page) => {
    await type(page, "filed_on", "31/31/2023");
    await type(page, "chef_de_projet.annual_cost", "-5");
    await page.locator('[aria-invalid="true"]').first().waitFor();
  },
  "picker open": async (page) => {
    await page.locator("#f-perimeter-epcis").fill("saint-brieuc");
    await page.locator(".search [role=option]").first().waitFor();
  },
  complete: async (page) => {
    await loadExample(page);
    await page.locator("#plan").scrollIntoViewIfNeeded();
    await page.locator("ti-curve svg").waitFor();
    await click(page, "#plan button.amount");
  },
  "share open": async (page) => {
    await openMenu(page);
    await click(page, "[data-tool=share]");
    await page.locator("#share-link").waitFor();
    await page.keyboard.press("Escape");
  },
  "platform open": async (page) => {
    await openMenu(page);
    await click(page, "[data-tool=platform]");
    await page.locator("#mapping-file").setInputFiles({ name: "mapping.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(confirmed())) });
    await page.locator("#platform-link").waitFor();
  },
  "on paper": async (page) => {
    await page.keyboard.press("Escape");
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  },
};

let site;
before(async () => {
  if (!skipped) site = await visit();
});
after(() => site?.close());

test("the files", () => {
  for (const file of ["index.html", "integrate/index.html"]) assert.deepEqual(faults(readFileSync(root(`www/dist/${file}`), "utf8")), [], file);
});

for (const [lang, width] of [["fr", 1280], ["en", 360]]) {
  test(`the page in ${lang} at ${width} px: ${Object.keys(steps).join(", ")}`, { skip: skipped }, async () => {
    const page = await site.open({ width, query: lang === "fr" ? "" : "/?lang=en" });
    for (const [name, enter] of Object.entries(steps)) {
      await enter(page);
      for (const html of await written(page)) assert.deepEqual(faults(html), [], name);
    }
    await page.close();
  });
}

test("the page for integrators", { skip: skipped }, async () => {
  const page = await site.open();
  await page.goto(new URL("integrate/", page.url()).href);
  await page.locator("ti-eligibility").first().waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll("ti-eligibility")].every(({ shadowRoot }) => shadowRoot?.textContent.trim()));
  for (const html of await written(page)) assert.deepEqual(faults(html), []);
  await page.close();
});
