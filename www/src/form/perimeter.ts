/** Part 2: the perimeter. */
import type { Area } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import { say } from "../format.js";
import { page } from "../i18n/page.js";
import type { Choice } from "../i18n/words.js";
import { both, type Label } from "../i18n/lang.js";
import { groups } from "../i18n/sections.js";
import { everyRegion } from "../engine.js";
import { epciList } from "../epci/list.js";
import { area, choose, fold, line } from "./controls.js";
import { rows } from "./rows.js";
import type { View } from "./view.js";

/**
 * The régions of the members, and those that stand in an opinion: no control loses what was chosen in it. Where the
 * directory does not know a member, every région.
 */
function regions(view: View, given: string): Choice[] {
  const { members, dossier } = view.shared;
  const offered = members.includes(null) ? everyRegion() : members.flatMap((member) => member?.regions ?? []);
  const known = new Map(offered.map(({ code, name }) => [code, both(name, name)]));
  for (const code of [given, ...(dossier.perimeter?.opinions ?? []).map((one) => String(one?.region ?? ""))])
    if (code && !known.has(code)) known.set(code, outside(everyRegion().find((region) => region.code === code)?.name ?? code));
  return [...known].sort(([, a], [, b]) => a.fr.localeCompare(b.fr, "fr"));
}

const outside = (name: string): Label => ({ fr: say("fr", page.regionOutside, { name }), en: say("en", page.regionOutside, { name }) });

const opinion = (view: View) => html`
  ${choose(view, "region", regions(view, view.text("region")))} ${choose(view, "body")}
  ${choose(view, "opinion")}
`;

/** The figures of rule P1. */
interface MembersData {
  members: number;
  communes: number;
  population: number;
}

const membersData = (view: View): MembersData | null | undefined =>
  view.shared.report?.checks.find(({ rule }) => rule === "P1")?.data as MembersData | null | undefined;

/** What the members come to, as the engine adds them up. */
function totals(view: View): TemplateResult | typeof nothing {
  const data = membersData(view);
  // Members that the directory does not know add up to nothing.
  if (!data?.population) return nothing;
  const { members, communes, population } = data;
  return html`<p class="totals">
    ${view.t(page.perimeterTotals, { members, communes, population })}
  </p>`;
}

/** The départements of the members, each once. */
function departements(view: View): Area[] {
  const all = view.shared.members.flatMap((member) => member?.departements ?? []);
  return [...new Map(all.map((area) => [area.code, area])).values()];
}

const PARTICULAR = ["perimeter.single_epci_reason", "perimeter.metropole_reason", "perimeter.other_member_reason"];
const OPINIONS = ["perimeter.opinions"];

export const perimeterReads = (view: View): unknown[] => [
  membersData(view),
  ...[...PARTICULAR, ...OPINIONS].map((name) => view.concerned(name)),
];

export const perimeter = (view: View) => html`
  ${epciList(view, "perimeter.epcis")} ${totals(view)}
  <ti-map .lang=${view.shared.lang} .departements=${departements(view)}></ti-map>
  ${area(view, "perimeter.employment_area")}
  <div class="grid">${choose(view, "perimeter.crte")}</div>
  ${rows(view, "perimeter.project_perimeters", (row) => html`${line(row, "kind")} ${line(row, "name")}`)}
  ${fold(
    view,
    groups.particular,
    PARTICULAR,
    html`${area(view, "perimeter.single_epci_reason")} ${area(view, "perimeter.metropole_reason")}
    ${area(view, "perimeter.other_member_reason")}`,
  )}
  ${fold(view, groups.amendment, OPINIONS, rows(view, "perimeter.opinions", opinion))}
`;
