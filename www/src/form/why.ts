/** `<ti-why>`: why a message is there: its paragraph; unfolded, what the rule asks in our words, and all its sources. */
import type { Lang, Source } from "territoires-industrie";
import faq from "faq-2023";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { say, sourceText } from "../format.js";
import { page, ruleLevels } from "../i18n/page.js";

/** What a rule asks, as the catalogue says it. */
interface Rule {
  level: string;
  ours: boolean;
  sources: Source[];
  asks: Record<Lang, string>;
}
type Rules = Record<string, Rule>;

/** A source, with what its paragraph is about. */
function titled(lang: Lang, source: Source): string {
  const section = faq.find(({ section }) => section === source.section && source.document === "faq-2023");
  return sourceText(lang, source) + (section ? say(lang, page.whyTitle, { title: section.title }) : "");
}

export class TiWhy extends LitElement {
  static override properties = {
    lang: {},
    source: { attribute: false },
    rule: {},
    rules: { state: true },
    failed: { state: true },
  };

  declare lang: Lang;
  declare source: Source;
  /** Null for what no rule says. */
  declare rule: string | null;
  /** Loaded when someone asks. */
  declare private rules: Rules | null;
  declare private failed: boolean;

  constructor() {
    super();
    this.rules = null;
    this.failed = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private async load({ target }: Event): Promise<void> {
    if (this.rules || !(target as HTMLDetailsElement).open) return;
    try {
      this.rules = (await import("../i18n/rules.json")).default as Rules;
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  protected override render(): TemplateResult {
    const { lang, source, rule } = this;
    const coherence = source.document === "coherence";
    const short = `${page.why[lang]} ${sourceText(lang, source)}`;
    if (rule === null) return html`<span class="why">${coherence ? "" : `${page.why[lang]} `}${titled(lang, source)}</span>`;
    return html`<details class="why" @toggle=${this.load}>
      <summary>${short}</summary>
      ${this.unfolded(rule)}
    </details>`;
  }

  private unfolded(id: string): TemplateResult | typeof nothing {
    const { lang } = this;
    if (this.failed) return html`<p>${page.whyFailed[lang]}</p>`;
    const rule = this.rules?.[id];
    if (!rule) return nothing;
    const cited = rule.sources.filter(({ document }) => document !== "coherence");
    return html`<p>${rule.asks[lang]}</p>
      <p>${ruleLevels[rule.level]?.[lang]} ${rule.ours ? page.whyOurs[lang] : nothing}</p>
      ${cited.length ? html`<ul>${cited.map((source) => html`<li>${titled(lang, source)}</li>`)}</ul>` : nothing}`;
  }
}
