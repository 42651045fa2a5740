/** The funding of the chef de projet, year by year and member by member. Every sum comes from the engine. */
import type { Check, Label, Plan, PlanYear, Report } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import { euros, rate } from "../format.js";
import { sourceAt, tone } from "../form/notes.js";
import type { View } from "../form/view.js";
import { fieldLabel } from "../i18n/fields.js";
import { bindings, page, statuses } from "../i18n/page.js";
import type { Go } from "./summary.js";

/** The sums of the plan, for the panel; or why there is no plan. */
export function fundingTotals(view: View, { funding, checks }: Report, go: Go): TemplateResult {
  return html`<section aria-labelledby="title-funding">
    <h3 id="title-funding">${view.t(page.funding)}</h3>
    ${
      funding
        ? html`${status(view, funding)} ${sums(view, funding)} <a href="#plan">${view.t(page.toPlan)}</a>`
        : noPlan(view, checks, go)
    }
  </section>`;
}

function sums(view: View, { totals, excess }: Plan): TemplateResult {
  const { lang } = view.shared;
  const lines = [
    [page.cost, totals.cost],
    [page.grant, totals.grant],
    [page.other, totals.other],
    [page.localFull, totals.local],
  ] as const;
  return html`<dl class="sums">
      ${lines.map(
        ([label, amount]) =>
          html`<div>
            <dt>${view.t(label)}</dt>
            <dd>${euros(lang, amount)}</dd>
          </div>`,
      )}
    </dl>
    ${
      excess === null
        ? nothing
        : html`<p class="note" data-tone="advice">${view.t(page.excess)} ${euros(lang, excess)}.</p>`
    }`;
}

/** The whole plan, below the form. */
export function fundingPlan(view: View, { funding }: Report, go: Go): TemplateResult | typeof nothing {
  return funding === null
    ? nothing
    : html`<section id="plan" class="plan" aria-labelledby="title-plan">
        <h2 id="title-plan">${view.t(page.fundingPlan)}</h2>
        ${plan(view, funding, go)}
      </section>`;
}

/** Why there is no plan yet: what the rules of the post say. */
function noPlan(view: View, checks: Check[], go: Go): TemplateResult {
  const reasons = checks.filter(
    ({ rule, outcome }) => (rule === "F4" || rule === "F5") && (outcome === "unmet" || outcome === "unknown"),
  );
  return html`<p>${view.t(page.noPlan)}</p>
    <ul class="steps">
      ${reasons.map(
        (check) =>
          html`<li class="note" data-tone=${tone(check)}>
            <button type="button" class="link" @click=${() => go(check.fields[0] ?? "chef_de_projet")}>
              ${check.message}
            </button>
            ${sourceAt(view, check.source)}
          </li>`,
      )}
    </ul>`;
}

/** The scale, its level and above all its status: it stands beside every amount. */
function status(view: View, plan: Plan): TemplateResult {
  const scale = view.shared.scales.find(({ id }) => id === plan.scale);
  const level = scale?.levels.find(({ id }) => id === plan.level);
  const label = scale ? view.t(scale.label) : plan.scale;
  return html`<span class="status">
    ${view.t(page.simulated)} – ${view.t(statuses[plan.status])}
    <span class="mention">${label}${level ? ` · ${view.t(level.label)}` : nothing}</span>
  </span>`;
}

/** A table of amounts under its title and the status of its figures; it scrolls by itself when it is too wide. */
function table(view: View, plan: Plan, id: string, title: Label, rows: TemplateResult): TemplateResult {
  return html`<h3 id=${id}>${view.t(title)}</h3>
    <p>${status(view, plan)}</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby=${id}>
      <table aria-labelledby=${id}>
        ${rows}
      </table>
    </div>`;
}

function plan(view: View, plan: Plan, go: Go): TemplateResult {
  const lang = view.shared.lang;
  return html`
    ${table(view, plan, "title-years", page.byYear, years(view, plan))} ${members(view, plan, go)}
    <dl>
      ${
        plan.effective_rate === null
          ? nothing
          : html`<div>
              <dt>${view.t(page.effectiveRate)}</dt>
              <dd>${rate(lang, plan.effective_rate)}</dd>
            </div>`
      }
      ${
        plan.break_even_annual_cost === null
          ? nothing
          : html`<div>
              <dt>${view.t(page.breakEven)}</dt>
              <dd>${euros(lang, plan.break_even_annual_cost)}</dd>
            </div>`
      }
    </dl>
    ${
      plan.steps.length === 0
        ? nothing
        : html`<details class="fold">
            <summary>${view.t(page.howComputed)}</summary>
            <ol>
              ${plan.steps.map(({ sentence, source }) => html`<li>${sentence} ${sourceAt(view, source)}</li>`)}
            </ol>
          </details>`
    }
  `;
}

const heads = [page.year, page.cost, page.grant, page.other, page.local];

function years(view: View, { years, totals }: Plan): TemplateResult {
  const lang = view.shared.lang;
  return html`<thead>
      <tr>
        ${heads.map((label) => html`<th scope="col">${view.t(label)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${years.map((year) => yearRow(view, year))}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${view.t(page.total)}</th>
        ${[totals.cost, totals.grant, totals.other, totals.local].map((amount) => html`<td>${euros(lang, amount)}</td>`)}
      </tr>
    </tfoot>`;
}

function yearRow(view: View, year: PlanYear): TemplateResult {
  const lang = view.shared.lang;
  const part =
    year.cofinanced_months === year.months
      ? ""
      : `, ${view.t(page.cofinanced, { n: year.cofinanced_months })}`;
  return html`<tr>
    <th scope="row">${year.year}<span class="mention">${year.months} ${view.t(page.months)}${part}</span></th>
    <td>${euros(lang, year.cost)}</td>
    <td>${euros(lang, year.grant)}<span class="mention">${view.t(bindings[year.binding])}</span></td>
    <td>${euros(lang, year.other)}</td>
    <td>${euros(lang, year.local)}</td>
  </tr>`;
}

/** What each member pays, or what the split is waiting for. */
function members(view: View, plan: Plan, go: Go): TemplateResult | typeof nothing {
  const lang = view.shared.lang;
  if (plan.split_missing.length > 0) {
    return html`<p>
      ${view.t(page.splitMissing)}
      ${plan.split_missing.map(
        (path) =>
          html`<button type="button" class="link" @click=${() => go(path)}>
            ${view.t(fieldLabel(path).label)}
          </button> `,
      )}
    </p>`;
  }
  if (plan.members.length === 0) return nothing;
  const rows = html`<thead>
      <tr>
        <th scope="col">${view.t(page.member)}</th>
        ${plan.years.map(({ year }) => html`<th scope="col">${year}</th>`)}
        <th scope="col">${view.t(page.total)}</th>
      </tr>
    </thead>
    <tbody>
      ${plan.members.map(
        (member) =>
          html`<tr>
            <th scope="row">${member.name ?? member.siren}</th>
            ${member.by_year.map((amount) => html`<td>${euros(lang, amount)}</td>`)}
            <td>${euros(lang, member.total)}</td>
          </tr>`,
      )}
    </tbody>`;
  return table(view, plan, "title-members", page.byMember, rows);
}
