/** `<ti-budget>`: the largest post that a council can pay for. */
import { solve } from "territoires-industrie";
import type { Solved, Unknown } from "territoires-industrie";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { euros } from "../format.js";
import { studio } from "../i18n/studio.js";
import { fundedPart, Part, typedAmount } from "./part.js";
import { statusTag } from "./status.js";

/** What fits in the budget; `unread` when it is no amount. */
type Answers = Record<Unknown, Solved | null> | "unread";

export class TiBudget extends Part {
  static override properties = { ...Part.properties, budget: { state: true }, applied: { state: true } };
  declare private budget: string;
  /** The answer that was applied, for as long as the form holds it. */
  declare private applied: Unknown | null;
  private answers: Answers | null = null;

  constructor() {
    super();
    this.budget = "";
    this.applied = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.isLoaded(changed)) this.budget = "";
    this.answers = this.plan && this.budget.trim() ? this.solve() : null;
    if (this.applied && !this.isHeld(this.applied)) this.applied = null;
  }

  private solve(): Answers {
    const { view, desk } = this;
    const dossier = fundedPart(view.shared.dossier);
    const found = (unknown: Unknown): Solved | null => solve(dossier, unknown, this.budget, desk.options());
    try {
      return { annual_cost: found("annual_cost"), months: found("months") };
    } catch {
      return "unread";
    }
  }

  /** Whether the form holds an answer. */
  private isHeld(unknown: Unknown): boolean {
    const { answers, desk } = this;
    const solved = answers === null || answers === "unread" ? null : answers[unknown];
    return solved !== null && desk.typed(`chef_de_projet.${unknown}`) === this.typedAs(unknown, solved);
  }

  /** An answer as a person types it. */
  private typedAs(unknown: Unknown, solved: Solved): string {
    return unknown === "months" ? String(solved.months) : typedAmount(this.view.shared.lang, solved.annual_cost);
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
            this.applied = null;
          }}
        />
        <p class="hint" id="budget-hint">${view.t(studio.budgetHint)}</p>
      </div>
      <div role="status" class="answers">
        ${this.answers ? this.told(this.answers) : nothing} ${this.applied ? html`<p>${view.t(studio.applied)}</p>` : nothing}
      </div>`;
  }

  private told(answers: Answers): TemplateResult {
    return answers === "unread"
      ? html`<p class="note" data-tone="unread">${this.view.t(studio.budgetUnread)}</p>`
      : html`<dl class="solved">${this.answer("annual_cost", answers.annual_cost)}${this.answer("months", answers.months)}</dl>`;
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
          aria-label=${view.t(studio.applyAnswer, { answer: value })}
          @click=${() => {
            this.desk.put(`chef_de_projet.${unknown}`, this.typedAs(unknown, solved));
            this.applied = unknown;
          }}
        >
          ${view.t(studio.apply)}
        </button>
      </dd>
    </div>`;
  }
}
