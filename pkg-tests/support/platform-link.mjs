// The link to the form platform as the pages load it, in its own wasm.
import { readFileSync } from "node:fs";
import { initSync, prefillLink as link } from "../../www/platform/pkg/territoires_industrie_platform.js";
import { root } from "./corpus.mjs";

initSync({ module: readFileSync(root("www/platform/pkg/territoires_industrie_platform_bg.wasm")) });

export const prefillLink = (dossier, mapping, lang = "fr") => link(dossier, mapping, lang);
