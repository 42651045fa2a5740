/** The last thing that was done, with a way back. It stays until it is closed or something else is done. */
import { html, nothing, type TemplateResult } from "lit";
import type { View } from "./form/view.js";
import type { Label } from "./i18n/lang.js";
import { page } from "./i18n/page.js";

export interface Done {
  label: Label;
  values?: Record<string, string | number>;
  /** Takes it back. */
  undo?: () => void;
}

/** Tells the page what was done: `ti-done` bubbles up to it. */
export const tellDone = (from: EventTarget, detail: Done): boolean =>
  from.dispatchEvent(new CustomEvent<Done>("ti-done", { detail, bubbles: true }));

export function toast(view: View, done: Done | null, close: () => void): TemplateResult {
  return html`<div class="toast" role="status">
    ${
      done &&
      html`<p>${view.t(done.label, done.values)}</p>
        ${
          done.undo
            ? html`<button
                type="button"
                @click=${() => {
                  close();
                  done.undo?.();
                }}
              >
                ${view.t(page.undo)}
              </button>`
            : nothing
        }
        <button type="button" class="quiet" @click=${close}>${view.t(page.close)}</button>`
    }
  </div>`;
}
