/** Part 2: the perimeter. */
import { html } from "lit";
import type { Choice } from "../i18n/words.js";
import { both } from "../i18n/lang.js";
import { groups } from "../i18n/sections.js";
import { epciList } from "../epci/list.js";
import { area, choose, fold, line } from "./controls.js";
import { rows } from "./rows.js";
import type { View } from "./view.js";

/** The régions of the members, and the one that was loaded. */
function regions(view: View, given: string): Choice[] {
  const members = view.shared.members.flatMap((member) => member?.regions ?? []);
  const known = new Map(members.map(({ code, name }) => [code, name]));
  if (given && !known.has(given)) known.set(given, given);
  return [...known].map(([code, name]) => [code, both(name, name)]);
}

const opinion = (view: View) => html`
  ${choose(view, "region", regions(view, view.text("region")))} ${choose(view, "body")}
  ${choose(view, "opinion")}
`;

export const perimeter = (view: View) => html`
  ${epciList(view, "perimeter.epcis")} ${area(view, "perimeter.employment_area")}
  <div class="grid">${choose(view, "perimeter.crte")}</div>
  ${rows(view, "perimeter.project_perimeters", (row) => html`${line(row, "kind")} ${line(row, "name")}`)}
  ${fold(
    view,
    groups.particular,
    ["perimeter.single_epci_reason", "perimeter.metropole_reason", "perimeter.other_member_reason"],
    html`${area(view, "perimeter.single_epci_reason")} ${area(view, "perimeter.metropole_reason")}
    ${area(view, "perimeter.other_member_reason")}`,
  )}
  ${fold(view, groups.amendment, ["perimeter.opinions"], rows(view, "perimeter.opinions", opinion))}
`;
