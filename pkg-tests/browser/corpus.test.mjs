// Every case of the corpus through the npm package in a real Chromium: the same bytes as the Rust API (contract, §2).
import { test } from "node:test";
import { assertSame, corpus } from "../support/corpus.mjs";
import { launch, skipped } from "./chromium.mjs";
import { packagePage } from "./package-page.mjs";

test("evaluate", { skip: skipped }, async () => {
  const browser = await launch();
  try {
    const page = await packagePage(browser);
    const reports = await page.evaluate(async (cases) => {
      const { default: init, evaluate } = await import("/territoires_industrie.js");
      await init();
      return cases.map(({ dossier, day, scale }) =>
        JSON.stringify(evaluate(JSON.parse(dossier), { day, ...(scale === null ? {} : { scale }) })),
      );
    }, corpus());
    assertSame("evaluate in Chromium", reports);
  } finally {
    await browser.close();
  }
});
