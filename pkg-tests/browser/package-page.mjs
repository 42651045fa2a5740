// An empty page that can load the npm package, with no server behind it.
import { root } from "../support/corpus.mjs";

export { POLICY } from "../support/site.mjs";

const TYPES = { js: "text/javascript", wasm: "application/wasm" };

/**
 * A page with `body`, where `import("/index.js")` gives the package. `files` are answers besides those of the package,
 * or in place of them; `policy` is its Content-Security-Policy; `page.asked` lists what the browser asked for, and
 * `page.said` what the console said.
 */
export async function packagePage(browser, body = "", { files = {}, policy, prepare } = {}) {
  const page = await browser.newPage();
  page.asked = [];
  page.said = [];
  page.on("console", (message) => page.said.push(message.text()));
  page.on("pageerror", (error) => page.said.push(`uncaught: ${error.message}`));
  page.on("request", (request) => page.asked.push(request.url()));
  await page.route("**/*", (route) => {
    const { pathname, origin } = new URL(route.request().url());
    if (origin !== "http://package.test") return route.abort();
    if (pathname in files) return route.fulfill(files[pathname]);
    if (pathname === "/") {
      const headers = policy ? { "content-security-policy": policy } : {};
      const html = `<!doctype html><meta charset="utf-8"><title>package</title>${body}`;
      return route.fulfill({ contentType: "text/html", headers, body: html });
    }
    if (pathname === "/favicon.ico") return route.fulfill({ status: 204 });
    return route.fulfill({ path: root(`www/pkg${pathname}`), contentType: TYPES[pathname.split(".").pop()] });
  });
  if (prepare) await page.addInitScript(prepare);
  await page.goto("http://package.test/");
  return page;
}
