/** The plan in tables, exact to the cent: by year, by other funder, by member; each amount tells why. */
import type { Label, Plan, PlanStep, PlanYear, Source } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import { euros, rate, sourceText } from "../format.js";
import type { View } from "../form/view.js";
import { fieldLabel } from "../i18n/fields.js";
import { bindings, page } from "../i18n/page.js";
import { studio } from "../i18n/studio.js";
import type { Go } from "../summary/summary.js";
import { status } from "./status.js";

/** An amount whose explanation is asked for: its table, its row, its column. */
export interface Asked {
  row: string;
  column: string;
}

type Explained = PlanStep["explains"][number];

/** What an explanation needs to be shown under its row. */
export interface Tables {
  view: View;
  plan: Plan;
  asked: Asked | null;
  /** Asks for an explanation; nothing to close it. Null on paper, where nothing can be asked. */
  ask: ((asked: Asked | null) => void) | null;
}

/** A table of amounts under its title and the status of its figures; it scrolls by itself when it is too wide. */
function table({ view, plan, ask }: Tables, name: string, title: Label, rows: TemplateResult): TemplateResult {
  // On paper the page stands beside it.
  const id = ask ? name : `paper-${name}`;
  const cells = html`<table aria-labelledby=${id}>
    ${rows}
  </table>`;
  return html`<h3 id=${id}>${view.t(title)}</h3>
    <p>${status(view, plan)}</p>
    ${ask ? html`<div class="scroll" tabindex="0" role="region" aria-labelledby=${id}>${cells}</div>` : cells}`;
}

/** One amount: on screen a button that explains it. */
function amountCell(tables: Tables, row: string, column: string, amount: string | null, extra = ""): TemplateResult {
  const { view, asked, ask } = tables;
  const text = euros(view.shared.lang, amount);
  if (!ask || amount === null) return html`<td>${text}${extra ? html`<span class="mention">${extra}</span>` : nothing}</td>`;
  const open = asked?.row === row && asked.column === column;
  return html`<td>
    <button
      type="button"
      class="amount"
      aria-expanded=${open ? "true" : "false"}
      aria-label=${`${text}, ${view.t(studio.why)}`}
      @click=${() => ask(open ? null : { row, column })}
    >${text}</button>${extra ? html`<span class="mention">${extra}</span>` : nothing}
  </td>`;
}

const stepsFor = (plan: Plan, what: Explained, year: number | null): PlanStep[] =>
  plan.steps.filter(({ explains, numbers }) => {
    const of = numbers["year"];
    return explains.includes(what) && (year === null || of === undefined || of === year);
  });

/** Where a step comes from: a document, or arithmetic alone. */
export const stepSource = (view: View, source: Source): string =>
  source.document === "coherence" ? view.t(studio.arithmetic) : sourceText(view.shared.lang, source);

/** The steps that lead to an amount, in the row below it. */
function why(tables: Tables, row: string, columns: number, what: (column: string) => { name: string; when: string; amount: string | null; explained: Explained; year: number | null } | null): TemplateResult | typeof nothing {
  const { view, plan, asked, ask } = tables;
  const found = asked?.row === row ? what(asked.column) : null;
  if (!found) return nothing;
  const steps = stepsFor(plan, found.explained, found.year);
  const amount = euros(view.shared.lang, found.amount);
  return html`<tr class="why">
    <td colspan=${columns}>
      <p><strong>${view.t(studio.whyOf, { what: found.name, when: found.when, amount })}</strong> ${status(view, plan)}</p>
      <ol>
        ${steps.map((step) => html`<li>${step.sentence} <span class="source">${stepSource(view, step.source)}</span></li>`)}
      </ol>
      <button type="button" class="quiet" @click=${() => ask?.(null)}>${view.t(studio.close)}</button>
    </td>
  </tr>`;
}

const sums = [
  ["cost", page.cost],
  ["grant", page.grant],
  ["other", page.other],
  ["local", page.local],
] as const;

/** The sums of the whole post: what others pay in all is known even when no year has its part of it. */
function totalsOf({ totals, steps, excess }: Plan): Plan["totals"] {
  if (excess === null) return totals;
  const other = steps.find(({ explains }) => explains.includes("excess"))?.numbers["other"];
  return { ...totals, other: typeof other === "string" ? other : null };
}

/** Why there are gaps in the tables of a post that has more funding than it costs. */
const overFunded = (view: View, { excess }: Plan): TemplateResult | typeof nothing =>
  excess === null
    ? nothing
    : html`<p class="note" data-tone="advice">${view.t(studio.excessTable, { excess: euros(view.shared.lang, excess) })}</p>`;

/** What explains the part of other funders. */
const otherExplained = ({ excess }: Plan): Explained => (excess === null ? "other" : "excess");

export function yearsTable(tables: Tables): TemplateResult {
  const { view, plan } = tables;
  const totals = totalsOf(plan);
  const explain = (year: PlanYear | null) => (column: string) => {
    const sum = sums.find(([key]) => key === column);
    if (!sum) return null;
    const amount = (year ?? totals)[sum[0]];
    const when = year ? String(year.year) : view.t(studio.whole);
    return { name: view.t(sum[1]), when, amount, explained: sum[0] === "other" ? otherExplained(plan) : sum[0], year: year?.year ?? null };
  };
  const years = table(
    tables,
    "title-years",
    page.byYear,
    html`<thead>
        <tr>
          <th scope="col">${view.t(page.year)}</th>
          ${sums.map(([, label]) => html`<th scope="col">${view.t(label)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${plan.years.map(
          (year) => html`${yearRow(tables, year)} ${why(tables, `year-${year.year}`, 5, explain(year))}`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${view.t(page.total)}</th>
          ${sums.map(([key]) => amountCell(tables, "total", key, totals[key]))}
        </tr>
        ${why(tables, "total", 5, explain(null))}
      </tfoot>`,
  );
  return html`${years} ${overFunded(view, plan)}`;
}

function yearRow(tables: Tables, year: PlanYear): TemplateResult {
  const { view } = tables;
  const part =
    year.cofinanced_months === year.months
      ? ""
      : `, ${view.t(page.cofinanced, { n: year.cofinanced_months })}`;
  const row = `year-${year.year}`;
  return html`<tr>
    <th scope="row">${year.year}<span class="mention">${view.t(page.monthsOf, { n: year.months })}${part}</span></th>
    ${amountCell(tables, row, "cost", year.cost)}
    ${amountCell(tables, row, "grant", year.grant, view.t(bindings[year.binding]))}
    ${amountCell(tables, row, "other", year.other)} ${amountCell(tables, row, "local", year.local)}
  </tr>`;
}

interface Payer {
  id: string;
  name: string;
  by_year: string[];
  total: string;
}

/** The amounts of payers by year, under one name. */
function payersTable(tables: Tables, id: string, title: Label, who: Label, payers: Payer[], explained: Explained): TemplateResult {
  const { view, plan } = tables;
  const columns = plan.years.length + 2;
  const explain = (payer: Payer) => (column: string) => {
    const at = plan.years.findIndex(({ year }) => String(year) === column);
    return {
      name: payer.name,
      when: at < 0 ? view.t(studio.whole) : column,
      amount: at < 0 ? payer.total : (payer.by_year[at] ?? null),
      explained,
      year: plan.years[at]?.year ?? null,
    };
  };
  return table(
    tables,
    id,
    title,
    html`<thead>
        <tr>
          <th scope="col">${view.t(who)}</th>
          ${plan.years.map(({ year }) => html`<th scope="col">${year}</th>`)}
          <th scope="col">${view.t(page.total)}</th>
        </tr>
      </thead>
      <tbody>
        ${payers.map(
          (payer) =>
            html`<tr>
                <th scope="row">${payer.name}</th>
                ${plan.years.map(({ year }, at) => amountCell(tables, payer.id, String(year), payer.by_year[at] ?? null))}
                ${amountCell(tables, payer.id, "total", payer.total)}
              </tr>
              ${why(tables, payer.id, columns, explain(payer))}`,
        )}
      </tbody>`,
  );
}

export function fundersTable(tables: Tables): TemplateResult | typeof nothing {
  const { view, plan } = tables;
  const payers = plan.funders.map((funder, index) => ({
    ...funder,
    id: `funder-${index}`,
    name: funder.funder ?? view.t(studio.otherFunder),
  }));
  return payers.length === 0
    ? nothing
    : payersTable(tables, "title-funders", studio.byFunder, studio.otherFunder, payers, otherExplained(plan));
}

/** What each member pays, or what the split is waiting for. */
export function membersTable(tables: Tables, go: Go | null): TemplateResult | typeof nothing {
  const { view, plan } = tables;
  if (plan.split_missing.length > 0) {
    const missing = plan.split_missing.map((path) => ({ path, name: view.t(fieldLabel(path).label) }));
    return html`<p>
      ${view.t(page.splitMissing)}
      ${missing.map(({ path, name }) =>
        go ? html`<button type="button" class="link" @click=${() => go(path)}>${name}</button> ` : `${name} `,
      )}
    </p>`;
  }
  if (plan.members.length === 0) return nothing;
  const payers = plan.members.map((member) => ({
    ...member,
    id: `member-${member.siren}`,
    name: member.name ?? member.siren,
  }));
  return payersTable(tables, "title-members", page.byMember, page.member, payers, "members");
}

/** The rate in effect, the cost at which the ceiling binds, the excess. */
export function keyFigures(view: View, plan: Plan): TemplateResult {
  const { lang } = view.shared;
  const figures = [
    [page.effectiveRate, plan.effective_rate === null ? null : rate(lang, plan.effective_rate)],
    [page.breakEven, plan.break_even_annual_cost && euros(lang, plan.break_even_annual_cost)],
    [page.excess, plan.excess && euros(lang, plan.excess)],
  ] as const;
  return html`<dl class="figures">
    ${figures.map(([label, figure]) =>
      figure
        ? html`<div>
            <dt>${view.t(label)}</dt>
            <dd>${figure}</dd>
          </div>`
        : nothing,
    )}
  </dl>`;
}
