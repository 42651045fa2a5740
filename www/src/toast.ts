/** The last thing that was done, with a way back. It leaves by itself, later when it can be taken back. */
import { html, nothing, type TemplateResult } from "lit";
import type { Values } from "./format.js";
import type { View } from "./form/view.js";
import type { Label } from "./i18n/lang.js";
import { page } from "./i18n/page.js";

export interface Done {
  label: Label;
  values?: Values;
  /** Takes it back. */
  undo?: () => void;
}

/** Tells the page what was done: `ti-done` bubbles up to it. */
export const tellDone = (from: EventTarget, detail: Done): boolean =>
  from.dispatchEvent(new CustomEvent<Done>("ti-done", { detail, bubbles: true }));

/** How long a message stays, in milliseconds: time to read it, and to reach its button. */
const STAYS = { told: 8_000, undo: 30_000 };

/** Has a message close after a while, but not while it is pointed at or holds the focus. */
export class Leaving {
  private timer = 0;

  begin(done: Done | null, message: Element | null, close: () => void): void {
    clearTimeout(this.timer);
    if (!done) return;
    const held = (): boolean => message?.matches(":hover, :focus-within") ?? false;
    const leave = (): void => (held() ? this.begin(done, message, close) : close());
    this.timer = window.setTimeout(leave, done.undo ? STAYS.undo : STAYS.told);
  }
}

/** Where the focus was before it came here: it goes back there with the message gone. */
let before: HTMLElement | null = null;

function remember({ relatedTarget: from, currentTarget: here }: FocusEvent): void {
  if (from instanceof HTMLElement && !(here as Element).contains(from)) before = from;
}

export function toast(view: View, done: Done | null, close: () => void): TemplateResult {
  const leave = (): void => {
    close();
    if (before?.isConnected) before.focus({ preventScroll: true });
  };
  return html`<div class="toast" role="status" @focusin=${remember}>
    ${
      done &&
      html`<p>${view.t(done.label, done.values)}</p>
        ${
          done.undo
            ? html`<button
                type="button"
                @click=${() => {
                  leave();
                  done.undo?.();
                }}
              >
                ${view.t(page.undo)}
              </button>`
            : nothing
        }
        <button type="button" class="quiet" @click=${leave}>${view.t(page.close)}</button>`
    }
  </div>`;
}
