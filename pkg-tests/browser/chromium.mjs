// The Chromium of this machine: $CHROME, else the first one on the PATH, else where macOS keeps it.
// As a program, prints its path; exit code 1 when there is none.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPLICATIONS = ["Chromium", "Google Chrome"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function chromiumPath() {
  if (process.env.CHROME) return process.env.CHROME;
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...APPLICATIONS].find(runs) ?? null;
}

/** A new Chromium with an empty profile, which asks nothing of the network by itself. */
export async function launch() {
  const { chromium } = await import("playwright-core");
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error("no Chromium here: `make browser` installs one or says how");
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    args: [
      ...(asRoot ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** For node:test: what is said of a test that was left out on demand. */
export const skipped = process.env.BROWSER_TESTS === "skip" && "BROWSER_TESTS=skip";

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const path = chromiumPath();
  if (!path) process.exit(1);
  console.log(path);
}
