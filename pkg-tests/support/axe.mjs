// What axe finds on a page as it stands, shadow trees too: its violations of WCAG 2.2 AA and of its best practices.
import { readFileSync } from "node:fs";
import { root } from "./corpus.mjs";

const AXE = readFileSync(root("pkg-tests/node_modules/axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The page has to be opened without its policy, since axe is put in by a script. `except` lists rules left out. */
export async function violations(page, { except = [] } = {}) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.addScriptTag({ content: AXE });
  return page.evaluate(
    async ({ values, except }) => {
      const rules = Object.fromEntries(except.map((id) => [id, { enabled: false }]));
      const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values }, rules });
      return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html.slice(0, 120)) }));
    },
    { values: TAGS, except },
  );
}
