/** Part 3: the governance. */
import { html } from "lit";
import { epciOne } from "../epci/one.js";
import { groups } from "../i18n/sections.js";
import { area, choose, fold, group, line, several, yesNo } from "./controls.js";
import { rows } from "./rows.js";
import type { View } from "./view.js";

const elu = (view: View) => html`
  ${line(view, "name")} ${line(view, "role")} ${epciOne(view, "epci")} ${choose(view, "part")}
`;

const industriel = (view: View) => html`
  ${line(view, "name")} ${line(view, "role")} ${line(view, "company")} ${choose(view, "part")}
`;

const binomeOfEpci = (view: View) =>
  html`${epciOne(view, "epci")} ${line(view, "elu")} ${line(view, "industriel")}`;

const letter = (view: View) => html`
  ${line(view, "signatory")} ${line(view, "capacity")} ${line(view, "organisation")} ${choose(view, "status")}
`;

const partner = (view: View) => html`${line(view, "name")} ${line(view, "kind")}`;

const BY_EPCI = ["governance.binomes_by_epci"];
const ENLARGED = ["governance.enlarged_reason"];

export const governanceReads = (view: View): unknown[] =>
  [...BY_EPCI, ...ENLARGED].map((name) => view.concerned(name));

export const governance = (view: View) => html`
  ${group(
    view,
    groups.binome,
    html`${rows(view, "governance.elus", elu, { blank: 1 })} ${rows(view, "governance.industriels", industriel, { blank: 1 })}
      <div class="grid">${choose(view, "governance.binome_status")}</div>
      ${fold(
        view,
        groups.byEpci,
        BY_EPCI,
        rows(view, "governance.binomes_by_epci", binomeOfEpci),
      )}
      ${fold(view, groups.enlarged, ENLARGED, area(view, "governance.enlarged_reason"))}`,
  )}
  ${rows(view, "governance.letters", letter, { blank: 1 })}
  ${group(
    view,
    groups.commitments,
    html`<div class="grid">
      ${yesNo(view, "governance.steering_committee")} ${yesNo(view, "governance.reporting_commitment")}
      ${yesNo(view, "governance.network_commitment")} ${several(view, "governance.consulted")}
    </div>`,
  )}
  ${rows(view, "governance.partners", partner)}
`;
