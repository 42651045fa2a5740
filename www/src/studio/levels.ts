/** `<ti-levels>`: the same post at every level, and what each changes. */
import { compare } from "territoires-industrie";
import type { Comparison, Scenario } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import { euros, signedEuros } from "../format.js";
import { page, statuses } from "../i18n/page.js";
import { studio } from "../i18n/studio.js";
import { fundedPart, Part } from "./part.js";

const DEFAULT_SCALE = "hypothesis-2023";

export class TiLevels extends Part {
  /** The person's own scale has one level: beside it (the dossier comes first), those of the shipped scale. */
  private scenarios(): Scenario[] | null {
    const { view, plan } = this;
    const shipped = view.shared.scales.find(({ id }) => id === DEFAULT_SCALE);
    if (plan?.status !== "custom" || !shipped) return null;
    return shipped.levels.map(({ id, label }) => ({
      name: view.t(label),
      set: { "chef_de_projet.scale": DEFAULT_SCALE, "chef_de_projet.fragility_level": id },
    }));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view, desk, plan } = this;
    if (!plan) return nothing;
    const found = compare(fundedPart(view.shared.dossier), this.scenarios(), desk.options());
    return html`<h3 id="title-levels">${view.t(studio.levels)}</h3>
      <p class="hint">${view.t(studio.levelsHint)}</p>
      <div class="scroll" tabindex="0" role="region" aria-labelledby="title-levels">
        <table aria-labelledby="title-levels">
          <thead>
            <tr>
              <th scope="col">${view.t(studio.level)}</th>
              <th scope="col">${view.t(page.grant)}</th>
              <th scope="col">${view.t(page.local)}</th>
              <th scope="col">${view.t(studio.difference)}</th>
            </tr>
          </thead>
          <tbody>
            ${found.scenarios.map((scenario, index) => this.row(found, scenario, index))}
          </tbody>
        </table>
      </div>`;
  }

  private row(found: Comparison, { name, plan: at, difference, problems }: Comparison["scenarios"][number], index: number): TemplateResult {
    const { view } = this;
    const { lang } = view.shared;
    const plan = at === null ? null : found.plans[at];
    const yours = index === found.reference;
    if (!plan) {
      const reasons = problems.map(({ message }) => message).join(" ");
      return html`<tr>
        <th scope="row">${name}</th>
        <td colspan="3">${reasons}</td>
      </tr>`;
    }
    return html`<tr class=${yours ? "yours" : ""}>
      <th scope="row">
        ${name} <span class="mention status">${view.t(statuses[plan.status])}</span>
        ${yours ? html`<span class="mention">${view.t(studio.yours)}</span>` : nothing}
      </th>
      <td>${euros(lang, plan.totals.grant)}</td>
      <td>
        ${euros(lang, plan.totals.local)}
        ${plan.excess === null ? nothing : html`<span class="mention">${view.t(studio.excessLevel, { excess: euros(lang, plan.excess) })}</span>`}
      </td>
      <td>${yours ? "–" : signedEuros(lang, difference?.local ?? null)}</td>
    </tr>`;
  }
}
