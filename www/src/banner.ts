/** The banner above the form: the window of the call, and the day at which the dossier is checked. */
import type { Report, WindowData } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import type { View } from "./form/view.js";
import { dayText } from "./format.js";
import { page } from "./i18n/page.js";

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

/**
 * `today` is empty until the engine has said it; `day` is the day asked for, empty for today. On a phone, what is not
 * said at once unfolds: `open` says whether it is.
 */
export function banner(
  view: View,
  today: string,
  day: string,
  open: boolean,
  choose: (day: string) => void,
  unfold: () => void,
): TemplateResult {
  const report = view.shared.report;
  const window = windowOf(report);
  const now = today || report?.day || "";
  return html`<section class="banner" aria-label=${view.t(page.notice)} data-fold=${open ? "open" : "closed"}>
    <p>${window ? call(view, window, now) : nothing} ${view.t(page.privacy)}</p>
    <button type="button" class="quiet unfold" aria-expanded=${open} @click=${unfold}>${view.t(page.noticeMore)}</button>
    <div class="as-of in-fold">
      <label for="as-of">${view.t(page.asOf)}</label>
      <input
        id="as-of"
        type="date"
        min="2000-01-01"
        max="2099-12-31"
        .value=${day}
        @change=${({ target }: Event) => {
          const input = target as HTMLInputElement;
          if (input.validity.valid) choose(input.value);
        }}
      />
      ${
        window && (now < window.opens || now > window.closes) && day !== window.closes
          ? html`<button type="button" @click=${() => choose(window.closes)}>
              ${view.t(page.asOfLastDay, { day: dayText(view.shared.lang, window.closes, "short") })}
            </button>`
          : nothing
      }
      ${
        day === ""
          ? nothing
          : html`<button type="button" @click=${() => choose("")}>${view.t(page.asOfToday)}</button>`
      }
    </div>
  </section>`;
}
