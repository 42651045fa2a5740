/** Part 1: the territory and the calendar. */
import { html } from "lit";
import { epciOne } from "../epci/one.js";
import { groups } from "../i18n/sections.js";
import { choose, group, line, yesNo } from "./controls.js";
import type { View } from "./view.js";

export const territory = (view: View) => html`
  <div class="grid">
    ${line(view, "territory_name")} ${line(view, "filed_on", { date: true, short: true })}
    ${choose(view, "kind")} ${choose(view, "campaign")} ${yesNo(view, "labelled_2019_2022")}
    ${line(view, "former_territory_name")}
  </div>
  ${group(
    view,
    groups.flags,
    html`<div class="grid">
      ${yesNo(view, "flags.industrial_mutation")} ${yesNo(view, "flags.fragile_territory")}
      ${yesNo(view, "flags.industrial_shock")}
    </div>`,
  )}
  ${group(
    view,
    groups.applicant,
    html`<div class="grid">
      ${epciOne(view, "applicant.epci")} ${line(view, "applicant.contact_name", { autocomplete: "name" })}
      ${line(view, "applicant.role", { autocomplete: "organization-title" })}
      ${line(view, "applicant.email", { inputmode: "email", autocomplete: "email" })}
      ${line(view, "applicant.phone", { inputmode: "tel", autocomplete: "tel" })}
    </div>`,
  )}
`;
