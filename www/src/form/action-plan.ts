/** Part 4: the action plan. */
import { html } from "lit";
import { area, line, several, yesNoInRow } from "./controls.js";
import { rows } from "./rows.js";
import type { View } from "./view.js";

const action = (view: View) => html`
  <div class="wide">${line(view, "title")} ${area(view, "summary")} ${several(view, "priorities")}</div>
  ${line(view, "start", { date: true, short: true })} ${line(view, "end", { date: true, short: true })}
  ${line(view, "phases", { inputmode: "numeric", short: true })} ${yesNoInRow(view, "under_way")}
  ${line(view, "lead")} ${line(view, "partners")} ${line(view, "cost", { inputmode: "decimal", short: true })}
  ${line(view, "financing_need", { inputmode: "decimal", short: true })}
  ${line(view, "jobs", { inputmode: "numeric", short: true })} ${line(view, "indicators")}
  ${line(view, "scope")} ${several(view, "themes")}
`;

export const actionPlan = (view: View) => html`
  ${area(view, "action_plan.strategy")} ${area(view, "action_plan.local_stakes")}
  ${line(view, "action_plan.srdeii")} ${rows(view, "action_plan.actions", action, 1)}
`;
