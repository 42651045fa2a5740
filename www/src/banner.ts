/** The banner above the form: the window of the call, and the day at which the dossier is checked. */
import type { Report, WindowData } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import { afterPress } from "./form/press.js";
import type { View } from "./form/view.js";
import { dayText } from "./format.js";
import { page } from "./i18n/page.js";
import { DAYS } from "./preferences.js";

/** The window of the call, as rule C1 gives it; a request that it does not concern has none. */
export const windowOf = (report: Report | null): WindowData | null =>
  (report?.checks.find(({ rule }) => rule === "C1")?.data ?? null) as WindowData | null;

/** What the call is today, whatever the day of reference, and what remains useful once it is closed. */
function call(view: View, { opens, closes }: WindowData, today: string): TemplateResult {
  const lang = view.shared.lang;
  const label = today > closes ? page.callClosed : today < opens ? page.callComing : page.callOpen;
  return html`<strong>${view.t(label, { opens: dayText(lang, opens), closes: dayText(lang, closes) })}</strong>
    ${today > closes ? html`<span class="in-fold">${view.t(page.stillUseful)}</span>` : nothing}`;
}

/** What the banner shows besides the call. */
export interface Notice {
  /** The day asked for, empty for today. */
  day: string;
  /** Whether another day was typed that cannot be asked for. */
  refused: boolean;
  /** On a phone, what is not said at once unfolds: whether it is. */
  open: boolean;
}

/** `today` is empty until the engine has said it. */
export function banner(view: View, today: string, notice: Notice, change: (change: Partial<Notice>) => void): TemplateResult {
  const { day, refused, open } = notice;
  const { lang, report } = view.shared;
  const window = windowOf(report);
  const now = today || report?.day || "";
  const button = (label: string, day: string): TemplateResult =>
    html`<button
      type="button"
      @click=${({ currentTarget }: Event) => {
        // What was refused stands in the field still.
        const input = (currentTarget as Element).closest(".as-of")?.querySelector("input");
        if (input) input.value = day;
        change({ day, refused: false });
      }}
    >
      ${label}
    </button>`;
  return html`<section class="banner" aria-label=${view.t(page.notice)} data-fold=${open ? "open" : "closed"}>
    <p>${window ? call(view, window, now) : nothing} ${view.t(page.privacy)}</p>
    <button type="button" class="quiet unfold" aria-expanded=${open} @click=${() => change({ open: !open })}>
      ${view.t(page.noticeMore)}
    </button>
    <div class="as-of in-fold">
      <label for="as-of">${view.t(page.asOf)}</label>
      <input
        id="as-of"
        type="date"
        min=${DAYS.first}
        max=${DAYS.last}
        .value=${day}
        aria-invalid=${refused ? "true" : nothing}
        aria-describedby=${refused ? "as-of-wrong" : nothing}
        @change=${({ target }: Event) => {
          const input = target as HTMLInputElement;
          if (input.validity.valid) change({ day: input.value, refused: false });
        }}
        @blur=${({ target }: Event) => {
          const wrong = !(target as HTMLInputElement).validity.valid;
          if (wrong !== refused) afterPress(() => change({ refused: wrong }));
        }}
      />
      <div role="status">
        ${
          refused
            ? html`<p class="note" data-tone="unread" id="as-of-wrong">
                ${view.t(page.asOfWrong, {
                  first: dayText(lang, DAYS.first, "short"),
                  last: dayText(lang, DAYS.last, "short"),
                  day: dayText(lang, day || now, "short"),
                })}
              </p>`
            : nothing
        }
      </div>
      ${
        window && (now < window.opens || now > window.closes) && day !== window.closes
          ? button(view.t(page.asOfLastDay, { day: dayText(lang, window.closes, "short") }), window.closes)
          : nothing
      }
      ${day === "" && !refused ? nothing : button(view.t(page.asOfToday), "")}
    </div>
  </section>`;
}
