/** The whole form: its five parts, in the order of the application. */
import { html, type TemplateResult } from "lit";
import { type SectionId, sections } from "../i18n/sections.js";
import { actionPlan } from "./action-plan.js";
import { chefDeProjet } from "./chef-de-projet.js";
import { governance } from "./governance.js";
import { notesAt } from "./notes.js";
import { perimeter } from "./perimeter.js";
import { territory } from "./territory.js";
import type { View } from "./view.js";

const parts: [SectionId, (view: View) => TemplateResult][] = [
  ["territory", territory],
  ["perimeter", perimeter],
  ["governance", governance],
  ["action_plan", actionPlan],
  ["chef_de_projet", chefDeProjet],
];

/** The parts of the form. */
export const formParts = (view: View): TemplateResult[] =>
  parts.map(
    ([id, part], index) =>
      html`<section id="part-${id}" aria-labelledby="title-${id}" data-path=${id}>
        <h2 id="title-${id}" tabindex="-1"><span class="number">${index + 1}</span> ${view.t(sections[id])}</h2>
        ${notesAt(view, id)} ${part(view)}
      </section>`,
  );
