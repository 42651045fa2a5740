/** Part 4: the action plan. */
import type { Action, Suggestion } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import { page } from "../i18n/page.js";
import { area, line, several, yesNoInRow } from "./controls.js";
import { ficheLacks, ficheState } from "./fiche.js";
import { whyAt } from "./notes.js";
import { rows } from "./rows.js";
import { programmeEnd, timeline } from "./timeline.js";
import type { View } from "./view.js";

const LIST = "action_plan.actions";

/** The offers of the toolbox that the report matches with one action. */
const fitting = (view: View, path: string): Suggestion[] =>
  (view.shared.calm?.suggestions ?? []).filter(({ fields }) => fields.some((field) => field === path));

function offers(view: View, path: string): TemplateResult | typeof nothing {
  const offered = fitting(view, path);
  if (offered.length === 0) return nothing;
  return html`<details class="offers">
    <summary>${view.t(page.fits, { n: offered.length })}</summary>
    <ul>
      ${offered.map(({ message, source }) => html`<li>${message} ${whyAt(view, source)}</li>`)}
    </ul>
  </details>`;
}

const actionAt = (view: View, path: string): Action | undefined =>
  view.shared.dossier.action_plan?.actions?.[Number(path.slice(LIST.length + 1))] ?? undefined;

/** What is told of an action as a whole: its fiche, and the offers that fit it. */
function told(view: View): TemplateResult {
  const path = view.path("").slice(0, -1);
  return html`<div class="wide">${ficheState(view, actionAt(view, path))} ${offers(view, path)}</div>`;
}

/** What a row shows besides its controls. */
const actionReads = (view: View, path: string): unknown[] => [
  ficheLacks(actionAt(view, path)),
  ...fitting(view, path).map(({ message }) => message),
];

export const actionPlanReads = (view: View): unknown[] => [
  JSON.stringify(view.shared.dossier.action_plan),
  view.shared.calm?.suggestions,
  view.shared.calm?.unreadable,
  programmeEnd(view),
];

const action = (view: View) => html`
  <div class="wide">${line(view, "title")} ${area(view, "summary")} ${several(view, "priorities")}</div>
  ${line(view, "start", { date: true, short: true })} ${line(view, "end", { date: true, short: true })}
  ${line(view, "phases", { inputmode: "numeric", short: true })} ${yesNoInRow(view, "under_way")}
  ${line(view, "lead")} ${line(view, "partners")} ${line(view, "cost", { inputmode: "decimal", short: true })}
  ${line(view, "financing_need", { inputmode: "decimal", short: true })}
  ${line(view, "jobs", { inputmode: "numeric", short: true })} ${line(view, "indicators")}
  ${line(view, "scope")} ${several(view, "themes")} ${told(view)}
`;

export const actionPlan = (view: View) => html`
  ${area(view, "action_plan.strategy")} ${area(view, "action_plan.local_stakes")}
  ${line(view, "action_plan.srdeii")} ${rows(view, LIST, action, { blank: 1, duplicates: true, reads: actionReads })}
  ${timeline(view)}
`;
