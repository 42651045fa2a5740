// The package as its users get it: packed, and installed from the tarball in a project that is not ours.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./corpus.mjs";

/** Vite and TypeScript as the pages are built with them. */
export const vite = () => import(pathToFileURL(createRequire(root("www/package.json")).resolve("vite")));
export const TSC = root("www/node_modules/typescript/bin/tsc");

const npm = (args, cwd) => execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Packs www/pkg in a folder: what `npm pack` says of it. */
export const pack = (folder) => JSON.parse(npm(["pack", "--json", "--pack-destination", folder], root("www/pkg")))[0];

/** A new project with the package in it and files of its own; `others` are packages of pkg-tests that it uses too. */
export function project(files = {}, others = []) {
  const folder = mkdtempSync(join(tmpdir(), "project-"));
  writeFileSync(join(folder, "package.json"), '{ "name": "project", "private": true, "type": "module" }\n');
  const { filename } = pack(folder);
  npm(["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", join(folder, filename)], folder);
  for (const name of others) symlinkSync(root(`pkg-tests/node_modules/${name}`), join(folder, "node_modules", name), "dir");
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { folder, at: (name) => join(folder, name), remove: () => rmSync(folder, { recursive: true }) };
}

/** Runs a program of a project to its end. */
export const run = (folder, args) => execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" });

/** The files of a folder, by name. */
export const list = (folder) => readdirSync(folder).sort();
