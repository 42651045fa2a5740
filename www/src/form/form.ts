/** The whole form: its five parts, in the order of the application. */
import { html, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { type SectionId, sections } from "../i18n/sections.js";
import { actionPlan, actionPlanReads } from "./action-plan.js";
import { chefDeProjet, chefDeProjetReads } from "./chef-de-projet.js";
import { governance, governanceReads } from "./governance.js";
import { notesAt } from "./notes.js";
import { placeId } from "./places.js";
import { perimeter, perimeterReads } from "./perimeter.js";
import { territory } from "./territory.js";
import type { View } from "./view.js";

interface Part {
  id: SectionId;
  show: (view: View) => TemplateResult;
  /** What it shows besides the members and its messages. */
  reads: (view: View) => unknown[];
}

const parts: Part[] = [
  { id: "territory", show: territory, reads: () => [] },
  { id: "perimeter", show: perimeter, reads: perimeterReads },
  { id: "governance", show: governance, reads: governanceReads },
  { id: "action_plan", show: actionPlan, reads: actionPlanReads },
  { id: "chef_de_projet", show: chefDeProjet, reads: chefDeProjetReads },
];

/** The parts of the form: each is painted again only when something that it shows has changed. */
export const formParts = (view: View): TemplateResult[] =>
  parts.map((part, index) => {
    const { id } = part;
    const { lang, members, notes } = view.shared;
    // The fields of the territory stand in no group of the dossier.
    const told = notes.under(id === "territory" ? "" : id);
    return html`<section id=${placeId(id)} aria-labelledby="title-${id}" data-path=${id} data-step=${id}>
      <h2 id="title-${id}" tabindex="-1"><span class="number">${index + 1}</span> ${view.t(sections[id])}</h2>
      ${guard(
        [lang, members, told, ...part.reads(view)],
        () => html`${notesAt(view, id)} ${part.show(view)}`,
      )}
    </section>`;
  });
