/** `<ti-cofinancing>`: who pays what for the post of chef de projet, to the cent; every amount with its status. */
import { html, nothing, type TemplateResult } from "lit";
import type { Amount, Lang, Plan, PlanYear, Report } from "./territoires_industrie.js";
import { Bound } from "./bound.js";
import { TiFundingEvent } from "./index.js";
import { obstacles } from "./obstacles.js";
import { panelStyles } from "./styles/panel.js";
import { dayText, euros, say, statuses, words } from "./words.js";

export class TiCofinancing extends Bound {
  static override styles = panelStyles;

  /** The plan; null while the post cannot be simulated. */
  get funding(): Plan | null {
    return this.report?.funding ?? null;
  }

  protected override tell(event: Event): Event | null {
    return event instanceof TiFundingEvent ? event : null;
  }

  protected override render(): TemplateResult {
    const { report } = this;
    if (!report) return html`<slot></slot>`;
    return html`<section part="panel" lang=${report.lang}>
      ${report.funding ? this.#plan(report.lang, report.funding) : this.#noPlan(report)}
      <p class="mention" part="disclaimer">${say(report.lang, words.asOf, { day: dayText(report.lang, report.day) })}. ${say(report.lang, words.disclaimer)}</p>
    </section>`;
  }

  #noPlan({ lang, checks }: Report): TemplateResult {
    return html`<p part="no-plan">${say(lang, words.noPlan)}</p>
      <ul class="steps" part="steps">
        ${this.steps(lang, obstacles(checks))}
      </ul>`;
  }

  #plan(lang: Lang, plan: Plan): TemplateResult {
    const status = say(lang, statuses[plan.status]);
    const amount = (value: Amount | null): TemplateResult =>
      value === null
        ? html`<td>–</td>`
        : html`<td part="amount">${euros(lang, value)}<small part="status">${status}</small></td>`;
    const { totals } = plan;
    const heads = [words.year, words.cost, words.grant, words.other, words.local];
    return html`<h3 id="years">${say(lang, words.byYear)}</h3>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="years">
        <table part="table" aria-labelledby="years">
          <thead>
            <tr>
              ${heads.map((head) => html`<th scope="col">${say(lang, head)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${plan.years.map(
              (year) => html`<tr>
                <th scope="row">${year.year}<small>${monthsText(lang, year)}</small></th>
                ${amount(year.cost)}${amount(year.grant)}${amount(year.other)}${amount(year.local)}
              </tr>`,
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">${say(lang, words.total)}</th>
              ${amount(totals.cost)}${amount(totals.grant)}${amount(totals.other)}${amount(totals.local)}
            </tr>
          </tfoot>
        </table>
      </div>
      ${
        plan.excess === null
          ? nothing
          : html`<p class="note" part="excess">${say(lang, words.excess, { amount: euros(lang, plan.excess), status })}</p>`
      }
      ${this.#members(lang, plan, amount)}`;
  }

  #members(lang: Lang, { members, years, split_missing }: Plan, amount: (value: Amount) => TemplateResult): TemplateResult {
    if (members.length === 0) {
      return split_missing.length > 0 ? html`<p>${say(lang, words.noSplit)}</p>` : html``;
    }
    return html`<h3 id="members">${say(lang, words.byMember)}</h3>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="members">
      <table part="table" aria-labelledby="members">
        <thead>
          <tr>
            <th scope="col">${say(lang, words.member)}</th>
            ${years.map(({ year }) => html`<th scope="col">${year}</th>`)}
            <th scope="col">${say(lang, words.total)}</th>
          </tr>
        </thead>
        <tbody>
          ${members.map(
            ({ name, kind, siren, by_year, total }) => html`<tr>
              <th scope="row">${name ? nameOf(kind, name) : siren}</th>
              ${by_year.map(amount)}${amount(total)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

function monthsText(lang: Lang, { months, cofinanced_months }: PlanYear): string {
  const part = cofinanced_months === months ? "" : say(lang, words.cofinanced, { n: cofinanced_months });
  return say(lang, words.months, { n: months }) + part;
}

/** A name goes with its kind, unless that is in it already. */
const nameOf = (kind: string | null, name: string): string =>
  kind && /^(CC|CA|CU|EPT)$/.test(kind) ? `${kind} ${name}` : name;
