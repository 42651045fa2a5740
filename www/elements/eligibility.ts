/** `<ti-eligibility>`: what a form's dossier lacks, beside its fields and in one list. */
import { html, nothing, type TemplateResult } from "lit";
import type { Check, Report } from "./territoires_industrie.js";
import { Bound } from "./bound.js";
import { TiReportEvent, type WatchOptions } from "./index.js";
import type { Validity } from "./tone.js";
import { panelStyles } from "./styles/panel.js";
import { dayText, say, verdictText, words } from "./words.js";

export class TiEligibility extends Bound {
  static override styles = panelStyles;
  static override properties = {
    ...Bound.properties,
    messages: { reflect: true },
    validity: { reflect: true },
  };

  /** `off` shows no message beside the fields. */
  declare messages: "off" | null;
  /** `wrong` keeps the browser from submitting what is wrong; `complete`, also what is incomplete. Off by default. */
  declare validity: Validity | null;

  constructor() {
    super();
    this.messages = null;
    this.validity = null;
  }

  protected override watches(): WatchOptions {
    return { messages: !/^(off|false)$/.test(String(this.messages)), validity: this.validity || null };
  }

  protected override tell(event: Event): Event | null {
    return event instanceof TiReportEvent ? event : null;
  }

  protected override render(): TemplateResult {
    const { report } = this;
    if (!report) return html`<slot></slot>`;
    const { lang, progress, verdict } = report;
    const text = say(lang, words.progress, progress);
    return html`<section part="panel" lang=${lang}>
      <div role="status">
        <p class="verdict" part="verdict" data-verdict=${verdict}>${verdictText(lang, verdict)}</p>
        ${this.#apart(report)}
        <p part="progress"><progress max=${progress.expected} .value=${progress.met} aria-label=${text}></progress>${text}</p>
      </div>
      ${this.#steps(report)}
      <p class="mention" part="disclaimer">${say(lang, words.asOf, { day: dayText(lang, report.day) })}. ${say(lang, words.disclaimer)}</p>
    </section>`;
  }

  /** Once a call is closed, what remains useful. */
  #apart({ lang, verdict, verdict_apart_from_window: apart }: Report): TemplateResult | typeof nothing {
    if (apart === verdict) return nothing;
    return html`<p class="note" part="apart">${say(lang, words.apart, { verdict: verdictText(lang, apart) })}</p>`;
  }

  #steps({ lang, checks, next_steps }: Report): TemplateResult {
    const steps = next_steps
      .map((id) => checks.find(({ rule }) => rule === id))
      .filter((check): check is Check => check !== undefined);
    if (steps.length === 0) return html`<p part="steps">${say(lang, words.nothing)}</p>`;
    return html`<h3>${say(lang, words.steps)}</h3>
      <ol class="steps" part="steps">
        ${this.steps(lang, steps)}
      </ol>`;
  }
}
