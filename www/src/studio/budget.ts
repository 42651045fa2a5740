/** `<ti-budget>`: the largest post that a council can pay for. */
import { solve } from "territoires-industrie";
import type { Solved, Unknown } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import { euros } from "../format.js";
import { studio } from "../i18n/studio.js";
import { fundedPart, Part, typedAmount } from "./part.js";
import { statusTag } from "./status.js";

export class TiBudget extends Part {
  static override properties = { ...Part.properties, budget: { state: true }, applied: { state: true } };
  declare private budget: string;
  declare private applied: boolean;

  constructor() {
    super();
    this.budget = "";
    this.applied = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view, plan } = this;
    if (!plan) return nothing;
    return html`<h3>${view.t(studio.budget)}</h3>
      <div class="slider">
        <label for="budget">${view.t(studio.budgetLabel)}</label>
        <input
          id="budget"
          inputmode="decimal"
          autocomplete="off"
          .value=${this.budget}
          aria-describedby="budget-hint"
          @input=${(event: Event) => {
            this.budget = (event.target as HTMLInputElement).value;
            this.applied = false;
          }}
        />
        <p class="hint" id="budget-hint">${view.t(studio.budgetHint)}</p>
      </div>
      <div role="status" class="answers">
        ${this.budget.trim() ? this.answers() : nothing} ${this.applied ? html`<p>${view.t(studio.applied)}</p>` : nothing}
      </div>`;
  }

  private answers(): TemplateResult {
    const { view, desk } = this;
    const dossier = fundedPart(view.shared.dossier);
    const found = (unknown: Unknown): Solved | null => solve(dossier, unknown, this.budget, desk.options());
    try {
      return html`<dl class="solved">${this.answer("annual_cost", found("annual_cost"))}${this.answer("months", found("months"))}</dl>`;
    } catch {
      return html`<p class="note" data-tone="unread">${view.t(studio.budgetUnread)}</p>`;
    }
  }

  private answer(unknown: Unknown, solved: Solved | null): TemplateResult {
    const { view } = this;
    const { lang } = view.shared;
    const name =
      unknown === "months"
        ? view.t(studio.largestMonths)
        : view.t(studio.largestCost, { months: solved?.months ?? this.desk.typed("chef_de_projet.months") });
    if (!solved) return html`<div data-solved=${unknown}><dt>${name}</dt><dd>${view.t(studio.noPost)}</dd></div>`;
    const value = unknown === "months" ? view.t(studio.monthsOf, { n: solved.months }) : euros(lang, solved.annual_cost);
    const typed = unknown === "months" ? String(solved.months) : typedAmount(lang, solved.annual_cost);
    return html`<div data-solved=${unknown}>
      <dt>${name}</dt>
      <dd>
        <strong>${value}</strong> ${statusTag(view, solved.plan)}
        <span class="mention">
          ${view.t(studio.leaves, { local: euros(lang, solved.plan.totals.local) })}
          ${solved.at_limit ? view.t(studio.atLimit) : nothing}
        </span>
        <button
          type="button"
          aria-label="${view.t(studio.apply)} : ${value}"
          @click=${() => {
            this.desk.put(`chef_de_projet.${unknown}`, typed);
            this.applied = true;
          }}
        >
          ${view.t(studio.apply)}
        </button>
      </dd>
    </div>`;
  }
}
