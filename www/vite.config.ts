import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { weights } from "./integrate/weights.mjs";
import { VitePWA } from "vite-plugin-pwa";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  // Relative addresses: the pages can be served from any folder.
  base: "./",
  define: { WEIGHTS: JSON.stringify(weights(new URL("pkg/", import.meta.url))) },
  resolve: {
    alias: [
      { find: "territoires-industrie/elements", replacement: here("pkg/elements.js") },
      { find: /^territoires-industrie$/, replacement: here("pkg/index.js") },
      { find: "faq-2023", replacement: here("../src/data/faq-2023.json") },
    ],
  },
  plugins: [
    VitePWA({
      // A new version waits: it is never swapped under a form that is being filled.
      registerType: "prompt",
      injectRegister: false,
      manifest: false,
      workbox: {
        globPatterns: ["**/*.{html,js,css,svg,wasm,json,txt,tsv}"],
        // Asked for each time: whoever installs the pages writes it.
        globIgnores: ["mapping.json"],
        // Other addresses of the origin are not ours to answer.
        navigateFallback: null,
        ignoreURLParametersMatching: [/./],
        inlineWorkboxRuntime: true,
        cleanupOutdatedCaches: true,
        sourcemap: false,
      },
    }),
  ],
  build: {
    target: "es2022",
    // Nothing inline, so that the content security policy of the pages can stay strict.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { index: here("index.html"), integrate: here("integrate/index.html") } },
  },
});
