// Builds what stands beside the engine in www/pkg: `index.js`, the classes of the elements, and their registration.
import { fileURLToPath } from "node:url";
import { build } from "vite";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** One script whose imports from the package stay imports: a page loads each file once. */
const bundle = (name, beside) =>
  build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    root: here("."),
    plugins: [
      {
        name: "beside",
        enforce: "pre",
        resolveId: (id, importer) => (importer && beside.includes(id) ? { id, external: "absolute" } : null),
      },
    ],
    build: {
      target: "es2022",
      outDir: here("../pkg"),
      emptyOutDir: false,
      rolldownOptions: { output: { minify: true } },
      lib: { entry: here(`${name}.ts`), formats: ["es"], fileName: () => `${name}.js` },
    },
  });

const ENGINE = "./territoires_industrie.js";
await bundle("index", [ENGINE]);
await bundle("classes", [ENGINE, "./index.js"]);
await bundle("elements", [ENGINE, "./index.js", "./classes.js"]);
