/** How complete the future fiche of one action is: what rule A10 says of a plan of that action alone. */
import type { Action } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import { ficheMissing } from "../engine.js";
import { page } from "../i18n/page.js";
import { ficheElements } from "../i18n/words.js";
import type { View } from "./view.js";

const known = new Map<string, string[]>();
const MOST_KNOWN = 500;

/** What an action lacks; null while nothing is told of it. An action that was seen before is not asked again. */
function missing(action: Action): string[] | null {
  const key = JSON.stringify(action);
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const found = ficheMissing(action);
  if (found) known.set(key, found);
  return found;
}

/** What the fiche of an action lacks, in one text. */
export const ficheLacks = (action: Action | undefined): string | undefined => action && missing(action)?.join();

/** The line below an action that tells how complete its fiche is. */
export function ficheState(view: View, action: Action | undefined): TemplateResult | typeof nothing {
  const lacking = action && missing(action);
  // An action with nothing but a title lacks every element.
  const all = missing({ title: "-" });
  if (!lacking || !all) return nothing;
  const { lang } = view.shared;
  const names = lacking.map((id) => ficheElements[id]?.[lang] ?? id).join(", ");
  return html`<p class="fiche mention">
    <meter min="0" max=${all.length} value=${all.length - lacking.length} aria-hidden="true"></meter>
    ${view.t(page.fiche, { n: all.length - lacking.length, of: all.length })}${
      names ? html` – ${view.t(page.ficheMissing, { missing: names })}` : nothing
    }
  </p>`;
}
