/** The actions on a line of years, against the end of the programme. The list below it says the same in words. */
import type { Action } from "territoires-industrie";
import { html, nothing, svg, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { dayText, monthText } from "../format.js";
import { page } from "../i18n/page.js";
import { lists } from "../i18n/sections.js";
import type { View } from "./view.js";

interface Span {
  /** The number of the action. */
  n: number;
  name: string;
  /** Months since year 0. */
  start: number;
  end: number;
}

/** The number of a month as the engine reads it, `2024-01`, `01/2024` or `1/2024`; null for anything else. */
function monthNumber(text: unknown): number | null {
  const found = /^\s*(?:(?<y>\d{4})-(?<m>\d\d)|(?<m2>\d\d?)\/(?<y2>\d{4}))\s*$/.exec(String(text ?? ""))?.groups;
  if (!found) return null;
  const month = Number(found["m"] ?? found["m2"]);
  return month >= 1 && month <= 12 ? Number(found["y"] ?? found["y2"]) * 12 + month - 1 : null;
}

const isoMonth = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

function spans(view: View, actions: (Action | null)[]): Span[] {
  const unread = new Set(view.shared.calm?.unreadable.map(({ field }) => field));
  return actions.flatMap((action, index) => {
    const [start, end] = (["start", "end"] as const).map((name) =>
      unread.has(`action_plan.actions.${index}.${name}`) ? null : monthNumber(action?.[name]),
    ) as [number | null, number | null];
    if (start === null || end === null || end < start) return [];
    const n = index + 1;
    const number = view.t(lists["action_plan.actions"].row, { n });
    return [{ n, name: action?.title ? `${number} – ${action.title}` : number, start, end }];
  });
}

const ROW = 20;
const HEAD = 24;

/** The last day of the programme, as rule A5 gives it. */
export const programmeEnd = (view: View): string | undefined =>
  view.shared.calm?.checks.find(({ rule }) => rule === "A5")?.data?.["programme_end"] as string | undefined;

export function timeline(view: View): unknown {
  const shown = spans(view, view.shared.dossier.action_plan?.actions ?? []);
  const day = programmeEnd(view);
  return guard([view.shared.lang, day, JSON.stringify(shown)], () => drawn(view, shown, day));
}

function drawn(view: View, shown: Span[], day: string | undefined): TemplateResult | typeof nothing {
  if (shown.length === 0) return nothing;
  const { lang } = view.shared;
  const lastMonth = day === undefined ? null : monthNumber(day.slice(0, 7));
  const ends = shown.map(({ end }) => end);
  const first = Math.floor(Math.min(...shown.map(({ start }) => start)) / 12);
  const last = Math.floor(Math.max(...ends, lastMonth ?? 0) / 12);
  const at = (month: number): string => `${(((month - first * 12) / ((last - first + 1) * 12)) * 100).toFixed(3)}%`;
  const wide = (months: number): string => at(first * 12 + months);
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const height = HEAD + ROW * shown.length + 4;
  const beyond = (end: number): boolean => lastMonth !== null && end > lastMonth;
  return html`<figure class="timeline" aria-labelledby="title-timeline">
    <h3 id="title-timeline">${view.t(page.timeline)}</h3>
    <svg height=${height} aria-hidden="true">
      ${years.map(
        (year, index) => svg`<line class="year" x1=${at(year * 12)} x2=${at(year * 12)} y1="0" y2=${height}></line>
          ${
            index % Math.ceil(years.length / 6) === 0
              ? svg`<text x=${at(year * 12)} dx="4" y="14">${year}</text>`
              : nothing
          }`,
      )}
      ${shown.map(
        ({ n, start, end }, index) => svg`<text class="number" dx="-6" y=${HEAD + ROW * index + ROW - 9}>${n}</text>
          <rect
            class=${beyond(end) ? "beyond" : "within"}
            x=${at(start)} width=${wide(end - start + 1)} y=${HEAD + ROW * index} height=${ROW - 6} rx="2"
          ></rect>`,
      )}
      ${
        lastMonth === null
          ? nothing
          : svg`<line class="end" x1=${at(lastMonth + 1)} x2=${at(lastMonth + 1)} y1="0" y2=${height}></line>`
      }
    </svg>
    <figcaption>
      <ol>
        ${shown.map(
          ({ name, start, end }) =>
            html`<li>
              ${view.t(page.timelineSpan, {
                name,
                start: monthText(lang, isoMonth(start)),
                end: monthText(lang, isoMonth(end)),
              })}${beyond(end) ? html` – <strong>${view.t(page.timelineBeyond)}</strong>` : nothing}
            </li>`,
        )}
      </ol>
      ${day === undefined ? nothing : html`<p class="mention">${view.t(page.timelineEnd, { day: dayText(lang, day) })}</p>`}
    </figcaption>
  </figure>`;
}
