// axe finds nothing in any state of the page, and nothing has to be scrolled sideways. axe is put in by a script,
// so that the policy of the page is set aside here, and here alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { violations } from "../support/axe.mjs";
import { type } from "../support/fill.mjs";
import { loadExample as example, says, sideways, visit } from "../support/visit.mjs";
import { skipped } from "./chromium.mjs";

let site;
before(async () => {
  if (!skipped) site = await visit();
});
after(() => site?.close());

const half = async (page) => {
  await type(page, "territory_name", "Baie d'Armor");
  await type(page, "perimeter.employment_area", "Un bassin");
};
const wrong = async (page) => {
  await type(page, "filed_on", "31/31/2023");
  await type(page, "chef_de_projet.annual_cost", "-5");
  await page.locator('[aria-invalid="true"]').first().waitFor();
};
const picker = async (page) => {
  const search = page.locator("#f-perimeter-epcis");
  await search.fill("saint-brieuc");
  await page.locator(".search [role=option]").first().waitFor();
  await search.press("ArrowDown");
};
const dark = (page) => page.getByRole("button", { name: "Affichage sombre" }).click();
const menu = async (page) => {
  await page.locator("header .menu").click();
  await page.locator(".unfold").click();
};
const sheet = async (page) => {
  await page.locator(".bar").click();
  await page.locator("#title-summary:focus").waitFor();
};

/** High enough for all of it: no control lies half under the bar, and none is out of sight and so not laid out. */
const HEIGHT = 18_000;
const pages = [
  { width: 1280, states: { empty: () => {}, "half-filled": half, errors: wrong, "picker open": picker } },
  { width: 1280, states: { complete: example, dark, "dark, errors": wrong } },
  { width: 360, states: { empty: () => {}, "menu open": menu, complete: example, "sheet open": sheet } },
];

for (const { width, states } of pages) {
  test(`axe at ${width} px: ${Object.keys(states).join(", ")}`, { skip: skipped }, async () => {
    const page = await site.open({ width, height: HEIGHT, bypassCSP: true });
    for (const [name, enter] of Object.entries(states)) {
      await enter(page);
      assert.deepEqual(await violations(page), [], name);
    }
    await page.close();
  });
}

test("at 320 px, and with very large text, nothing is scrolled sideways", { skip: skipped }, async () => {
  const page = await site.open({ width: 320, height: 640 });
  const widths = { empty: await sideways(page) };
  await example(page);
  widths.complete = await sideways(page);
  await picker(page);
  widths.picker = await sideways(page);
  await page.getByRole("button", { name: "Texte très grand" }).click();
  widths.large = await sideways(page);
  assert.deepEqual(widths, { empty: 0, complete: 0, picker: 0, large: 0 });
  await page.close();
});

/** Which of the focused field and the option that it points at lie under something else. */
const covered = (page) =>
  page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const field = document.activeElement;
    return [field, document.getElementById(field.getAttribute("aria-activedescendant"))].flatMap((node) => {
      const { left, right, top, bottom } = node.getBoundingClientRect();
      const seen = [top + 4, bottom - 4].every((y) => node.contains(document.elementFromPoint((left + right) / 2, y)));
      return seen ? [] : [`${node.id} ${Math.round(top)}–${Math.round(bottom)}`];
    });
  });

test("at 400 % zoom, and with very large text, the search that is typed in and its active option are in sight", { skip: skipped }, async () => {
  const larger = async (page) => {
    await example(page);
    await page.locator(".toast").getByRole("button", { name: "Fermer" }).click();
    await page.getByRole("button", { name: "Texte très grand" }).click();
  };
  for (const [size, enter] of [[{ width: 320, height: 256 }, () => {}], [{ width: 320, height: 640 }, larger]]) {
    const page = await site.open(size);
    await enter(page);
    const search = page.locator("#f-perimeter-epcis");
    await search.fill("saint");
    await page.locator("#f-perimeter-epcis-list [role=option]").nth(9).waitFor();
    for (let option = 0; option < 10; option++) {
      await search.press("ArrowDown");
      assert.deepEqual(await covered(page), [], `${size.height} px, option ${option}`);
    }
    await page.close();
  }
});
