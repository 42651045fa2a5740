/** The funding of the chef de projet in the panel. Every sum comes from the engine. */
import type { Check, Plan, Report } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import { cache } from "lit/directives/cache.js";
import { obstacles } from "../../elements/obstacles.js";
import { euros } from "../format.js";
import { toneOf } from "../../elements/tone.js";
import { sourceAt } from "../form/notes.js";
import type { View } from "../form/view.js";
import { page } from "../i18n/page.js";
import { status } from "../studio/status.js";
import type { Go } from "./summary.js";

/** The sums of the plan, for the panel; or why there is no plan. */
export function fundingTotals(view: View, { funding, checks }: Report, go: Go): TemplateResult {
  return html`<section aria-labelledby="title-funding">
    <h3 id="title-funding">${view.t(page.funding)}</h3>
    ${cache(
      funding
        ? html`${status(view, funding)} ${sums(view, funding)} <a href="#plan">${view.t(page.toPlan)}</a>`
        : noPlan(view, checks, go),
    )}
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
        : html`<p class="note" data-tone="advice">${view.t(page.excessBy, { excess: euros(lang, excess) })}</p>`
    }`;
}

/** Why there is no plan yet. */
export function noPlan(view: View, checks: Check[], go: Go): TemplateResult {
  return html`<p>${view.t(page.noPlan)}</p>
    <ul class="steps">
      ${obstacles(checks).map(
        (check) =>
          html`<li class="note" data-tone=${toneOf(check)}>
            <button type="button" class="link" @click=${() => go(check.fields[0] ?? "chef_de_projet")}>
              ${check.message}
            </button>
            ${sourceAt(view, check.source)}
          </li>`,
      )}
    </ul>`;
}
