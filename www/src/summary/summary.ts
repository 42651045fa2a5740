/** The panel beside the form: the verdict in words, what is left to do, what was not read. */
import type { Check, Lang, Report } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { dayText, euros, say } from "../format.js";
import { nameOf } from "../form/names.js";
import { toneOf } from "../../elements/tone.js";
import { sourceAt, typedText, whyAt } from "../form/notes.js";
import { isOnlyToday } from "../form/steps.js";
import type { View } from "../form/view.js";
import { outcomes, page, statuses, verdicts } from "../i18n/page.js";
import { fundingTotals } from "./funding.js";

/** Moves the focus to a field of the form. */
export type Go = (path: string) => void;

/** The panel: its answer at once; what it lists of all rules as it was at the last pause of the typing. */
export function summary(view: View, report: Report, atPause: View, go: Go): TemplateResult {
  return html`
    <div class="summary-head">
      <h2 id="title-summary" tabindex="-1">${view.t(page.summary)}</h2>
      <button type="button" class="close" popovertarget="summary" popovertargetaction="hide">
        ${view.t(page.close)}
      </button>
    </div>
    ${verdict(view, report)} ${nextSteps(view, report, go)} ${entries(view, report, go)}
    ${fundingTotals(view, report, go)} ${jobs(view, report)}
    ${guard([atPause], () => lists(atPause))}
    <p class="mention">
      ${view.t(page.madeBy, { campaign: report.campaign, engine: report.engine })}
      ${report.unknown_keys.length ? view.t(page.unknownKeys, { keys: report.unknown_keys.join(", ") }) : nothing}
    </p>
  `;
}

function lists(atPause: View): TemplateResult | typeof nothing {
  const { calm } = atPause.shared;
  return calm ? html`${offers(atPause, calm)} ${goodToKnow(atPause, calm)} ${allChecks(atPause, calm)}` : nothing;
}

function verdict(view: View, report: Report): TemplateResult {
  const { verdict, verdict_apart_from_window: apart, progress, day } = report;
  return html`<div class="verdict" data-verdict=${apart}>
    <p class="mention">
      ${guard([day, view.shared.lang], () => view.t(page.asOfDay, { day: dayText(view.shared.lang, day) }))}
    </p>
    <p class="word">
      ${verdict === apart ? nothing : html`<span class="mention">${view.t(page.calendarApart)}</span>`}
      ${view.t(verdicts[apart])}
    </p>
    <p class="progress">
      <progress max=${progress.expected} value=${progress.met} aria-hidden="true"></progress>
      ${view.t(page.progress, progress)}
    </p>
    <p class="disclaimer">${view.t(page.disclaimer)}</p>
  </div>`;
}

/** A message that leads to its field. */
function leading(text: string, field: string | undefined, go: Go): TemplateResult {
  return field === undefined
    ? html`${text}`
    : html`<button type="button" class="link" @click=${() => go(field)}>${text}</button>`;
}

/** Whether what is wrong is told as if it were only missing: it is being typed, or nobody typed it. */
const isCalm = (view: View, check: Check): boolean =>
  view.isQuiet(check.fields[0]) || isOnlyToday(check, view);

function nextSteps(view: View, report: Report, go: Go): TemplateResult {
  const all = report.next_steps.flatMap((id) => report.checks.find(({ rule }) => rule === id) ?? []);
  // Several rules may wait for the same thing: it is said once.
  const steps = all.filter(
    (check, index) => all.findIndex(({ message }) => message === check.message) === index,
  );
  const advised = (check: Check): boolean => check.level !== "required";
  return html`<h3 id="title-steps">${view.t(page.nextSteps)}</h3>
    ${
      steps.length === 0
        ? html`<p>${view.t(page.nothingLeft)}</p>`
        : html`<ol class="steps" aria-labelledby="title-steps">
            ${repeat(
              steps,
              ({ rule }) => rule,
              (check) =>
                html`<li
                  class="note"
                  data-tone=${isCalm(view, check) ? "missing" : toneOf(check)}
                  data-rule=${check.rule}
                >
                  ${leading(check.message, check.fields[0], go)}
                  ${advised(check) ? html`<span class="tag">${view.t(page.advised)}</span>` : nothing}
                  ${whyAt(view, check.source, check.rule)}
                </li>`,
            )}
          </ol>`
    }`;
}

/** What could not be read, and what was read as something else. */
function entries(view: View, report: Report, go: Go): TemplateResult {
  const list = (
    title: typeof page.unreadable | typeof page.notices,
    items: { field: string; typed: string; message: string; read_as?: string }[],
  ): TemplateResult | typeof nothing =>
    items.length === 0
      ? nothing
      : html`<h3>${view.t(title)}</h3>
          <ul class="entries">
            ${items.map(
              ({ field, typed, message, read_as }) =>
                html`<li class="note" data-tone=${read_as ? "read" : "unread"}>
                  ${nameOf(view, field)} – ${leading(message, field, go)}
                  <span class="mention">${typedText(view, typed, read_as ?? null)}</span>
                </li>`,
            )}
          </ul>`;
  const unread = report.unreadable.filter(({ field }) => !view.isQuiet(field));
  return html`${list(page.unreadable, unread)} ${list(page.notices, report.notices)}`;
}

export function jobs(view: View, { jobs }: Report): TemplateResult | typeof nothing {
  if (jobs === null) return nothing;
  const { direct, indirect, induced } = jobs;
  const others = indirect === null || induced === null ? "" : view.t(page.jobsAround, { indirect, induced });
  return html`<h3>${view.t(page.jobs)}</h3>
    <p>${view.t(page.jobsDirect, { direct })} ${others}</p>`;
}

const told = ({ outcome }: Check): boolean => outcome !== "not_applicable";

/** What the informative rules tell. */
function goodToKnow(view: View, report: Report): TemplateResult {
  const checks = report.checks.filter((check) => check.level === "informative" && told(check));
  return html`<details class="fold">
    <summary>${view.t(page.goodToKnow, { n: checks.length })}</summary>
    <ul>
      ${checks.map((check) => html`<li>${check.message} ${sourceAt(view, check.source)}</li>`)}
    </ul>
  </details>`;
}

/** Offers that fit the actions, as they were announced. */
function offers(view: View, { suggestions }: Report): TemplateResult | typeof nothing {
  if (suggestions.length === 0) return nothing;
  return html`<details class="fold">
    <summary>${view.t(page.offers, { n: suggestions.length })}</summary>
    <ul>
      ${suggestions.map(({ message, source }) => html`<li>${message} ${sourceAt(view, source)}</li>`)}
    </ul>
  </details>`;
}

/** Every rule that concerns this dossier, with its outcome. */
function allChecks(view: View, report: Report): TemplateResult {
  const checks = report.checks.filter((check) => check.level !== "informative" && told(check));
  return html`<details class="fold">
    <summary>${view.t(page.allChecks, { n: checks.length })}</summary>
    <ul class="checks">
      ${checks.map(
        (check) =>
          html`<li data-outcome=${check.outcome}>
            <strong>${view.t(outcomes[check.outcome])}</strong> – ${check.message}
            ${sourceAt(view, check.source)}
          </li>`,
      )}
    </ul>
  </details>`;
}

/** The bar at the bottom of a narrow screen: it opens the panel as a sheet, which Escape or a tap beside closes. */
export function summaryBar(view: View, report: Report): TemplateResult {
  const { progress, verdict_apart_from_window: apart, funding } = report;
  const local = funding && funding.totals.local;
  return html`<button type="button" class="bar" popovertarget="summary">
    <strong>${view.t(verdicts[apart])}</strong>
    <span>${progress.met}/${progress.expected}<span class="unseen"> ${view.t(page.toSummary)}</span></span>
    ${
      funding && local
        ? html`<span>${euros(view.shared.lang, local)} (${view.t(statuses[funding.status])})</span>`
        : nothing
    }
    <span class="arrow" aria-hidden="true">▴</span>
  </button>`;
}

let telling: ReturnType<typeof setTimeout> | undefined;

/** Says the verdict and the progress to those who listen, once the typing has paused, and only when they changed. */
export function tellVerdict(region: Element | null, lang: Lang, report: Report): void {
  clearTimeout(telling);
  const text = `${verdicts[report.verdict_apart_from_window][lang]}, ${say(lang, page.progress, report.progress)}`;
  telling = setTimeout(() => {
    if (region && region.textContent !== text) region.textContent = text;
  }, 1000);
}
