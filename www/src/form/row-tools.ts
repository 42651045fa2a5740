/** The buttons of an item of a list: move it, duplicate it, remove it. */
import { html, nothing, type TemplateResult } from "lit";
import { page } from "../i18n/page.js";
import type { View } from "./view.js";

export interface RowActions {
  move(by: 1 | -1): void;
  drop(): void;
  duplicate?: () => void;
}

export function rowTools(
  view: View,
  name: string,
  index: number,
  count: number,
  { move, drop, duplicate }: RowActions,
): TemplateResult {
  const mover = (by: 1 | -1, arrow: string, label: typeof page.moveUp | typeof page.moveDown): TemplateResult =>
    html`<button
      type="button"
      class="quiet mover"
      data-by=${by}
      ?disabled=${index + by < 0 || index + by >= count}
      @click=${() => move(by)}
    >
      <span aria-hidden="true">${arrow}</span><span class="unseen">${view.t(label, { name })}</span>
    </button>`;
  return html`${count > 1 ? html`${mover(-1, "↑", page.moveUp)}${mover(1, "↓", page.moveDown)}` : nothing}
    ${
      duplicate
        ? html`<button type="button" class="quiet" @click=${duplicate}>
            ${view.t(page.duplicate)}<span class="unseen">${view.t(page.ofRow, { name })}</span>
          </button>`
        : nothing
    }
    <button type="button" class="quiet remove" @click=${drop}>
      ${view.t(page.remove)}<span class="unseen">${view.t(page.ofRow, { name })}</span>
    </button>`;
}
