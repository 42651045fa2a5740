// Bundles the worker with the package that is installed beside it: dist/worker.js and the wasm, which stays a module
// of its own. What wrangler does by itself, for an engine that one runs oneself.
import { copyFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** `build` is Vite's; the worker lies in `folder`, where node_modules holds the package. */
export async function bundle(build, folder) {
  const wasm = "territoires_industrie_bg.wasm";
  const dist = join(folder, "dist");
  await build({
    configFile: false,
    logLevel: "warn",
    root: folder,
    plugins: [
      {
        name: "wasm-is-a-module",
        enforce: "pre",
        resolveId: (id) => (id.endsWith(wasm) ? { id: `./${wasm}`, external: "absolute" } : null),
      },
    ],
    ssr: { noExternal: true, target: "webworker", resolve: { conditions: ["workerd"] } },
    build: { ssr: join(folder, "worker.js"), outDir: dist, target: "es2022" },
  });
  mkdirSync(dist, { recursive: true });
  const manifest = createRequire(join(folder, "worker.js")).resolve("territoires-industrie/package.json");
  copyFileSync(join(dirname(manifest), wasm), join(dist, wasm));
  return { worker: join(dist, "worker.js"), wasm: join(dist, wasm) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { build } = await import("vite");
  await bundle(build, fileURLToPath(new URL(".", import.meta.url)));
}
