/** The banner above the form: the window of the call, and the day at which the dossier is checked. */
import type { Report, WindowData } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import type { View } from "./form/view.js";
import { dayText } from "./format.js";
import { page } from "./i18n/page.js";

/** A day inside the window of the call, offered in one click. */
export const PROPOSED_DAY = "2023-09-15";

/** What the call is today, whatever the day of reference, from the figures of rule C1. */
function callText(view: View, report: Report, today: string): string {
  const window = report.checks.find(({ rule }) => rule === "C1")?.data as WindowData | null | undefined;
  if (!window) return "";
  const { opens, closes } = window;
  const label = today > closes ? page.callClosed : today < opens ? page.callComing : page.callOpen;
  const lang = view.shared.lang;
  return view.t(label, { opens: dayText(lang, opens), closes: dayText(lang, closes) });
}

/** `day` is the day asked for, empty for today. */
export function banner(
  view: View,
  today: string,
  day: string,
  choose: (day: string) => void,
): TemplateResult {
  const report = view.shared.report;
  const proposed = dayText(view.shared.lang, PROPOSED_DAY, "short");
  return html`<div class="banner">
    <p>${report ? html`<strong>${callText(view, report, today || report.day)}</strong>` : nothing} ${view.t(page.privacy)}</p>
    <div class="as-of">
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
        day === ""
          ? html`<button type="button" @click=${() => choose(PROPOSED_DAY)}>
              ${view.t(page.asOfProposed, { day: proposed })}
            </button>`
          : html`<button type="button" @click=${() => choose("")}>${view.t(page.asOfToday)}</button>`
      }
    </div>
  </div>`;
}
