/** Part 5: the post of chef de projet. */
import { html, type TemplateResult } from "lit";
import type { Choice } from "../i18n/words.js";
import { epciList } from "../epci/list.js";
import { groups } from "../i18n/sections.js";
import { fieldLabel } from "../i18n/fields.js";
import { page } from "../i18n/page.js";
import { studio } from "../i18n/studio.js";
import { choose, fold, group, line, yesNo } from "./controls.js";
import { ids } from "./notes.js";
import { rows } from "./rows.js";
import type { View } from "./view.js";
import { SPLIT_WEIGHTS, weights } from "./weights.js";

/** The levels of the scale in force. */
export function levels(view: View): Choice[] {
  const { scales, report } = view.shared;
  const scale = scales.find(({ id }) => id === report?.scale);
  return (scale?.levels ?? []).map(({ id, label }) => [id, label]);
}

const otherFunding = (view: View) => html`
  ${line(view, "funder")} ${choose(view, "kind")}
  ${line(view, "amount", { inputmode: "decimal", short: true })}
`;

/** The shipped scales; nothing to choose while the dossier carries one of its own, set in the studio. */
function scaleInForce(view: View): TemplateResult {
  const path = "chef_de_projet.scale";
  const { scales } = view.shared;
  if (!scales.some(({ status }) => status === "custom"))
    return choose(view, path, scales.map(({ id, label }) => [id, label] as const));
  return html`<div class="field" id=${ids(path).place} data-path=${path}>
    <p>${view.t(fieldLabel(path).label)}</p>
    <p class="status">${view.t(studio.ownInForce)} <a href="#plan">${view.t(page.toPlan)}</a></p>
  </div>`;
}

export const chefDeProjetReads = (view: View): unknown[] => [
  view.shared.report?.scale,
  ...view.shared.scales,
  view.concerned(SPLIT_WEIGHTS),
];

export const chefDeProjet = (view: View) => html`
  ${group(
    view,
    groups.post,
    html`<div class="grid">
      ${line(view, "chef_de_projet.annual_cost", { inputmode: "decimal", short: true })}
      ${line(view, "chef_de_projet.working_time", { inputmode: "decimal", short: true })}
      ${line(view, "chef_de_projet.start", { date: true, short: true })}
      ${line(view, "chef_de_projet.months", { inputmode: "numeric", short: true })}
      ${scaleInForce(view)}
      ${choose(view, "chef_de_projet.fragility_level", levels(view))}
      ${choose(view, "chef_de_projet.shared_with")} ${yesNo(view, "chef_de_projet.serves_whole_territory")}
    </div>`,
  )}
  ${group(
    view,
    groups.host,
    html`${choose(view, "chef_de_projet.host.kind")}
      ${epciList(
        view,
        "chef_de_projet.host.epcis",
        view.shared.members.filter((member) => member !== null),
      )}
      <div class="grid">
        ${line(view, "chef_de_projet.host.name")}
        ${line(view, "chef_de_projet.host.siren", { inputmode: "numeric", short: true })}
        ${yesNo(view, "chef_de_projet.host.wished_by_epcis")}
        ${yesNo(view, "chef_de_projet.host.opinions_sought")}
      </div>`,
  )}
  ${rows(view, "chef_de_projet.other_funding", otherFunding)}
  ${group(
    view,
    groups.split,
    html`<div class="grid">${choose(view, "chef_de_projet.split.key")}</div>
      ${fold(view, fieldLabel(SPLIT_WEIGHTS).label, [SPLIT_WEIGHTS], weights(view))}`,
  )}
`;
