/** `<ti-studio>`: the funding of the chef de projet: the tables at once, plots and tools when they are first shown. */
import type { Plan, Report } from "territoires-industrie";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import type { View } from "../form/view.js";
import { page } from "../i18n/page.js";
import { nextTurn } from "./turns.js";
import { studio } from "../i18n/studio.js";
import type { Desk } from "../keep/desk.js";
import { noPlan } from "../summary/funding.js";
import { jobs, type Go } from "../summary/summary.js";
import { postOf } from "./part.js";
import { type Asked, fundersTable, keyFigures, membersTable, type Tables, yearsTable } from "./tables.js";

type Shown = typeof import("./shown.js");

export class TiStudio extends LitElement {
  static override properties = {
    view: { attribute: false },
    report: { attribute: false },
    desk: { attribute: false },
    go: { attribute: false },
    asked: { state: true },
    shown: { state: true },
  };

  declare view: View;
  declare report: Report;
  declare desk: Desk;
  declare go: Go;
  declare private asked: Asked | null;
  declare private shown: Shown | null;

  /** Loads plots and tools a little before they are seen. */
  private readonly watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      this.watch.disconnect();
      void import("./shown.js").then((shown) => (this.shown = shown));
    },
    { rootMargin: "600px" },
  );

  constructor() {
    super();
    this.asked = null;
    this.shown = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.shown) this.watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch.disconnect();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await nextTurn();
    super.scheduleUpdate();
  }

  protected override shouldUpdate(changed: PropertyValues): boolean {
    const before = changed.get("report") as Report | undefined;
    const own = changed.has("asked") || changed.has("shown");
    if (own || !before || before.lang !== this.report.lang || this.report.funding === null) return true;
    return before.funding !== this.report.funding || before.jobs !== this.report.jobs;
  }

  protected override render(): TemplateResult {
    const { view, report, desk } = this;
    const plan = report.funding;
    const part = { view, plan, desk };
    return html`<section id="plan" class="plan" aria-labelledby="title-plan">
      <h2 id="title-plan">${view.t(page.fundingPlan)}</h2>
      ${plan ? nothing : noPlan(view, report.checks, this.go)}
      <ti-settings .view=${part.view} .plan=${plan} .desk=${desk}></ti-settings>
      ${
        plan
          ? html`<div>
                <h3>${view.t(studio.byPayer)}</h3>
                <ti-bars .view=${view} .plan=${plan}></ti-bars>
              </div>
              ${this.tables({ view, plan, asked: this.asked, ask: (asked) => (this.asked = asked) })}
              ${this.curve(plan)}`
          : nothing
      }
      <ti-levels .view=${view} .plan=${plan} .desk=${desk}></ti-levels>
      <ti-budget .view=${view} .plan=${plan} .desk=${desk}></ti-budget>
      <ti-own-scale .view=${view} .plan=${plan} .desk=${desk}></ti-own-scale>
      ${jobs(view, report)}
    </section>`;
  }

  private tables(tables: Tables): TemplateResult {
    return html`${yearsTable(tables)} ${fundersTable(tables)} ${membersTable(tables, this.go)}
    ${keyFigures(tables.view, tables.plan)}`;
  }

  private curve(plan: Plan): TemplateResult | typeof nothing {
    const { shown, view, desk } = this;
    if (!shown || !postOf(plan)) return nothing;
    return html`<ti-curve .view=${view} .plan=${plan} .desk=${desk}></ti-curve>`;
  }
}
