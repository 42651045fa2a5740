/** `<ti-page>`: the page. It holds the form, follows it with the engine's watcher, and paints the report. */
import type { Changes, Dossier, Lang, Options, Report, Scale, Watcher } from "territoires-industrie";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { banner } from "./banner.js";
import { find, knownScales, loadEngine, watch } from "./engine.js";
import example from "./example.json";
import { contents, formParts } from "./form/form.js";
import { type Notes, placeNotes } from "./form/notes.js";
import { changed, focusPath, leave, leaveAnswered, typing } from "./form/places.js";
import { View } from "./form/view.js";
import { firstLang, type Label } from "./i18n/lang.js";
import { page } from "./i18n/page.js";
import { besideForm, type Desk, lostPaths, putAt, typedAt, wholeScale } from "./keep/desk.js";
import { merge } from "./report.js";
import { summary, summaryBar } from "./summary/summary.js";

const LEVEL = "chef_de_projet.fragility_level";

export class TiPage extends LitElement {
  static override properties = {
    lang: { state: true },
    failed: { state: true },
    report: { state: true },
    seed: { state: true },
    day: { state: true },
    told: { state: true },
    ownScale: { state: true },
  };

  declare lang: Lang;
  declare private failed: boolean;
  declare private report: Report | null;
  /** What the controls start from: each load builds the form anew. */
  declare private seed: Dossier;
  /** The day asked for, empty for today. */
  declare private day: string;
  declare private told: Label | null;
  /** The scale that the dossier carries whole: the form has no control for it. */
  declare private ownScale: Scale | null;

  private readonly desk: Desk = {
    dossier: () => this.watcher?.dossier() ?? {},
    load: (dossier, told) => this.load(dossier, told),
    typed: (path) => typedAt(this.form, path),
    put: (path, value) => putAt(this.form, path, value),
    useScale: (scale, level) => this.useScale(scale, level),
    options: () => this.options,
    form: () => this.form,
  };

  private watcher: Watcher | null = null;
  /** Today as the engine takes it. */
  private today = "";
  /** What was there before the last load. */
  private previous: Dossier | null = null;
  private notes: Notes = new Map();

  constructor() {
    super();
    this.lang = firstLang(location.search);
    this.failed = false;
    this.report = null;
    this.seed = {};
    this.day = "";
    this.told = null;
    this.ownScale = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private get form(): HTMLFormElement {
    return this.querySelector("form") as HTMLFormElement;
  }

  private get options(): Options {
    return { lang: this.lang, ...(this.day || this.today ? { day: this.day || this.today } : {}) };
  }

  protected override async firstUpdated(): Promise<void> {
    try {
      await loadEngine();
      await this.settled();
      this.follow({});
      this.today = this.report?.day ?? "";
    } catch (error) {
      console.error(error);
      this.failed = true;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watcher?.stop();
  }

  /** One paint a frame, however many keys are struck. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await new Promise(requestAnimationFrame);
    super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    if (this.report && this.hasUpdated) this.notes = placeNotes(this.form, this.report);
  }

  protected override updated(changed: PropertyValues): void {
    document.documentElement.lang = this.lang;
    document.title = page.title[this.lang];
    const before = changed.get("report") as Report | null | undefined;
    // Another scale has other levels: the control of the level holds another choice.
    if (before && before.scale !== this.report?.scale) this.watcher?.refresh();
  }

  /** Waits until the form and the elements in it are painted. */
  private async settled(): Promise<void> {
    await this.updateComplete;
    const elements = this.querySelectorAll<LitElement>("ti-rows, ti-epci-list, ti-epci-one");
    await Promise.all([...elements].map((element) => element.updateComplete));
  }

  /** Follows the form from now on; `dossier` says what the form has no controls for. */
  private follow(dossier: Dossier): void {
    this.watcher?.stop();
    const options = { ...this.options, dossier: besideForm(this.form, dossier) };
    this.watcher = watch(this.form, options, (changes) => this.take(changes));
    this.report = this.watcher.report();
  }

  private async useScale(scale: Scale | null, level: string): Promise<void> {
    const dossier = this.watcher?.dossier() ?? {};
    this.ownScale = scale;
    await this.settled();
    this.follow({ ...dossier, chef_de_projet: { ...dossier.chef_de_projet, scale } });
    await this.settled();
    putAt(this.form, LEVEL, level);
  }

  private take(changes: Changes): void {
    if (this.report) this.report = merge(this.report, changes);
  }

  private async load(dossier: Dossier, told: Label | null): Promise<string[]> {
    this.previous = told ? (this.watcher?.dossier() ?? null) : null;
    this.seed = dossier;
    this.told = told;
    this.ownScale = wholeScale(dossier);
    await this.settled();
    this.follow(dossier);
    // Another scale has other levels, which only the report tells.
    await this.settled();
    putAt(this.form, LEVEL, String(dossier.chef_de_projet?.fragility_level ?? ""));
    leaveAnswered(this.form);
    this.requestUpdate();
    return lostPaths(dossier, this.watcher?.dossier());
  }

  private speak(lang: Lang): void {
    this.lang = lang;
    this.watcher?.configure(this.options);
  }

  private checkAt(day: string): void {
    this.day = day;
    this.watcher?.configure(this.options);
  }

  protected override render(): TemplateResult {
    const { report } = this;
    const view = new View(
      {
        lang: this.lang,
        report,
        notes: this.notes,
        members: (this.watcher?.dossier().perimeter?.epcis ?? []).map((siren) => find(String(siren ?? ""))),
        scales: [...knownScales(), ...(this.ownScale ? [this.ownScale] : [])],
      },
      this.seed,
    );
    const go = (path: string): void => focusPath(this.form, path);
    return html`
      <a class="skip" href="#form">${view.t(page.skip)}</a>
      ${this.renderHeader(view)}
      <main>
        ${banner(view, this.today, this.day, (day) => this.checkAt(day))}
        ${this.failed ? html`<p class="failure" role="alert">${view.t(page.noEngine)}</p>` : nothing}
        <p class="told" role="status">
          ${this.told ? view.t(this.told) : nothing}
          ${
            this.told && this.previous
              ? html`<button type="button" @click=${() => this.load(this.previous ?? {}, null)}>
                  ${view.t(page.undo)}
                </button>`
              : nothing
          }
        </p>
        ${report ? html`<ti-keep .view=${view} .report=${report} .desk=${this.desk}></ti-keep>` : nothing}
        <div class="columns">
          <nav aria-label=${view.t(page.contents)}>${contents(view)}</nav>
          <div>
            <form
              id="form"
              aria-label=${view.t(page.form)}
              autocomplete="off"
              novalidate
              @submit=${(event: Event) => event.preventDefault()}
              @input=${typing}
              @focusout=${this.left}
              @change=${this.chosen}
            >
              ${keyed(this.seed, html`<div>${formParts(view)}</div>`)}
            </form>
            ${report ? html`<ti-studio .view=${view} .report=${report} .desk=${this.desk} .go=${go}></ti-studio>` : nothing}
          </div>
          <aside id="summary" aria-labelledby="title-summary">
            ${
              report
                ? summary(view, report, go)
                : html`<h2 id="title-summary">${view.t(page.summary)}</h2>
                    ${this.failed ? nothing : html`<p>${view.t(page.loading)}</p>`}`
            }
          </aside>
        </div>
      </main>
      ${report ? summaryBar(view, report) : nothing}
    `;
  }

  private left(event: FocusEvent): void {
    leave(event);
    this.requestUpdate();
  }

  private chosen(event: Event): void {
    changed(event);
    this.requestUpdate();
  }

  private renderHeader(view: View): TemplateResult {
    const languages: [Lang, string][] = [
      ["fr", "Français"],
      ["en", "English"],
    ];
    return html`<header>
      <h1>${view.t(page.title)}</h1>
      <div class="tools">
        <div role="group" aria-label=${view.t(page.language)} class="languages">
          ${languages.map(
            ([lang, name]) =>
              html`<button
                type="button"
                lang=${lang}
                aria-pressed=${lang === this.lang}
                @click=${() => this.speak(lang)}
              >
                ${lang.toUpperCase()}<span class="unseen"> – ${name}</span>
              </button>`,
          )}
        </div>
        <button
          type="button"
          ?disabled=${!view.shared.report}
          @click=${() => this.load({ ...(example as Dossier) }, page.exampleLoaded)}
        >
          ${view.t(page.example)}
        </button>
        <button type="button" ?disabled=${!view.shared.report} @click=${() => this.load({}, page.cleared)}>
          ${view.t(page.clear)}
        </button>
      </div>
    </header>`;
  }
}
