/** What the figures of a plan are worth: it stands beside every amount. */
import type { ScaleStatus } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import type { View } from "../form/view.js";
import { page, statuses } from "../i18n/page.js";

interface Standing {
  scale: string;
  level: string;
  status: ScaleStatus;
}

/** The scale, its level and above all its status. */
export function status(view: View, standing: Standing): TemplateResult {
  const scale = view.shared.scales.find(({ id }) => id === standing.scale);
  const level = scale?.levels.find(({ id }) => id === standing.level);
  const label = scale ? view.t(scale.label) : standing.scale;
  return html`<span class="status">
    ${view.t(page.simulated)} – ${view.t(statuses[standing.status])}
    <span class="mention">${label}${level ? ` · ${view.t(level.label)}` : nothing}</span>
  </span>`;
}

/** The status in a word or two, for the place where an amount stands alone. */
export const statusTag = (view: View, standing: Standing): TemplateResult =>
  html`<span class="tag status">${view.t(statuses[standing.status])}</span>`;
