// An empty page that can load the npm package, with no server behind it.
import { root } from "../support/corpus.mjs";

const TYPES = { js: "text/javascript", wasm: "application/wasm" };

/** A page with `body`, where `import("/territoires_industrie.js")` gives the package. */
export async function packagePage(browser, body = "") {
  const page = await browser.newPage();
  await page.route("http://package.test/**", (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") return route.fulfill({ contentType: "text/html", body: `<!doctype html><title>package</title>${body}` });
    return route.fulfill({ path: root(`www/pkg${pathname}`), contentType: TYPES[pathname.split(".").pop()] });
  });
  await page.goto("http://package.test/");
  return page;
}
