// The picture of the README: the real page, the example loaded at a day inside the call, with something still to say.
import { launch } from "./browser/chromium.mjs";
import { root } from "./support/corpus.mjs";
import { serve } from "./support/ti.mjs";

const [server, browser] = [await serve(), await launch()];
try {
  const page = await browser.newPage({ locale: "fr-FR", timezoneId: "Europe/Paris", viewport: { width: 1280, height: 900 } });
  await page.goto(server.address);
  await page.getByLabel("Vérifier à la date du").fill("2023-09-15");
  await page.getByRole("button", { name: "Essayer avec un exemple" }).click();
  await page.getByText("59 504,99").first().waitFor();
  await page.locator(".toast").getByRole("button", { name: "Fermer" }).click();
  await page.locator('[name="perimeter.employment_area"]').fill("");
  await page.locator('[name="perimeter.employment_area"]').blur();
  await page.locator('.steps [data-rule="P7"]').waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "Périmètre" }).click();
  await page.waitForTimeout(1000); // for what is painted at a pause, such as the map
  await page.screenshot({ path: root("pkg-tests/screenshot.png") });
} finally {
  await browser.close();
  await server.stop();
}
