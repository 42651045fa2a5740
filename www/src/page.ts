/** `<ti-page>`: the page. It holds the form, follows it with the engine's watcher, and paints the report. */
import type { Changes, Dossier, Options, Report, Scale, Watcher } from "territoires-industrie";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { banner } from "./banner.js";
import { find, knownScales, loadEngine, watch } from "./engine.js";
import example from "./example.json";
import { contents } from "./form/contents.js";
import { formParts } from "./form/form.js";
import { type Notes, placeNotes } from "./form/notes.js";
import { changed, focusPath, leave, leaveAnswered, pathBeingTyped, typing } from "./form/places.js";
import { stepIds } from "./form/steps.js";
import { View } from "./form/view.js";
import { type MembersMoved, movedWeights, writeWeights } from "./form/weights.js";
import { header } from "./header.js";
import type { Label } from "./i18n/lang.js";
import { page } from "./i18n/page.js";
import type { SectionId } from "./i18n/sections.js";
import { besideForm, type Desk, lostPaths, putAt, typedAt, wholeScale } from "./keep/desk.js";
import { firstLook, type Look, wear } from "./preferences.js";
import { merge } from "./report.js";
import { summary, summaryBar, tellVerdict } from "./summary/summary.js";
import { type Done, toast } from "./toast.js";

const LEVEL = "chef_de_projet.fragility_level";
const NARROW = matchMedia("(max-width: 959px)");

export class TiPage extends LitElement {
  static override properties = {
    look: { state: true },
    failed: { state: true },
    report: { state: true },
    seed: { state: true },
    day: { state: true },
    done: { state: true },
    step: { state: true },
    ownScale: { state: true },
  };

  declare private look: Look;
  declare private failed: boolean;
  declare private report: Report | null;
  /** What the controls start from: each load builds the form anew. */
  declare private seed: Dossier;
  /** The day asked for, empty for today. */
  declare private day: string;
  declare private done: Done | null;
  /** The step in sight. */
  declare private step: SectionId;

  /** The scale that the dossier carries whole: the form has no control for it. */
  declare private ownScale: Scale | null;

  private readonly desk: Desk = {
    dossier: () => this.watcher?.dossier() ?? {},
    load: (dossier, told) => (told ? this.replace(dossier, told) : this.load(dossier, null)),
    typed: (path) => typedAt(this.form, path),
    put: (path, value) => putAt(this.form, path, value),
    useScale: (scale, level) => this.useScale(scale, level),
    options: () => this.options,
    form: () => this.form,
  };

  private watcher: Watcher | null = null;
  /** Today as the engine takes it. */
  private today = "";
  private notes: Notes = new Map();
  private readonly repaint = (): void => this.requestUpdate();

  constructor() {
    super();
    this.look = firstLook(location.search);
    this.failed = false;
    this.report = null;
    this.seed = {};
    this.day = "";
    this.done = null;
    this.step = stepIds[0];
    this.ownScale = null;
    wear(this.look);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private get form(): HTMLFormElement {
    return this.querySelector("form") as HTMLFormElement;
  }

  private get options(): Options {
    const day = this.day || this.today;
    return { lang: this.look.lang, ...(day ? { day } : {}) };
  }

  protected override async firstUpdated(): Promise<void> {
    NARROW.addEventListener("change", this.repaint);
    this.addEventListener("ti-done", (event) => {
      this.done = (event as CustomEvent<Done>).detail;
    });
    this.addEventListener("ti-members", (event) => this.followMembers((event as CustomEvent<MembersMoved>).detail));
    try {
      await loadEngine();
      await this.settled();
      this.follow({});
      this.today = this.report?.day ?? "";
      this.followSteps();
    } catch (error) {
      console.error(error);
      this.failed = true;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    NARROW.removeEventListener("change", this.repaint);
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
    document.title = page.title[this.look.lang];
    if (changed.has("seed") && this.watcher) this.followSteps();
    const before = changed.get("report") as Report | null | undefined;
    // Another scale has other levels: the control of the level holds another choice.
    if (before && before.scale !== this.report?.scale) this.watcher?.refresh();
    if (this.report && (before || changed.has("look")))
      tellVerdict(this.querySelector("#told-verdict"), this.look.lang, this.report);
  }

  /** Waits until the form and the elements in it are painted. */
  private async settled(): Promise<void> {
    await this.updateComplete;
    const elements = this.querySelectorAll<LitElement>("ti-rows, ti-epci-list, ti-epci-one");
    await Promise.all([...elements].map((element) => element.updateComplete));
  }

  private sight: IntersectionObserver | null = null;
  /** Keeps the step in sight up to date: the one at a third of the height of the window. */
  private followSteps(): void {
    this.sight?.disconnect();
    this.sight = new IntersectionObserver(
      (entries) => {
        const section = entries.find(({ isIntersecting }) => isIntersecting)?.target as HTMLElement | undefined;
        if (section) this.step = section.dataset["path"] as SectionId;
      },
      { rootMargin: "-33% 0px -66% 0px" },
    );
    for (const section of this.form.querySelectorAll("section[data-path]")) this.sight.observe(section);
  }

  private take(changes: Changes): void {
    if (this.report) this.report = merge(this.report, changes);
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

  /** Puts a dossier in the form; gives the paths that the form could not take over. */
  private async load(dossier: Dossier, done: Done | null): Promise<string[]> {
    this.seed = dossier;
    this.done = done;
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

  /** Loads a dossier in place of what is there, which can be taken back. */
  private replace(dossier: Dossier, label: Label): Promise<string[]> {
    const before = this.watcher?.dossier() ?? {};
    return this.load(dossier, { label, undo: () => void this.load(before, { label: page.restored }) });
  }

  private change(look: Partial<Look>): void {
    this.look = { ...this.look, ...look };
    wear(this.look);
    this.watcher?.configure(this.options);
  }

  /** Once the members are painted anew, each has its weight again. */
  private async followMembers(moved: MembersMoved): Promise<void> {
    const weights = movedWeights(this.form, moved);
    this.watcher?.refresh();
    this.requestUpdate();
    await this.updateComplete;
    writeWeights(this.form, weights);
    this.watcher?.refresh();
  }

  private checkAt(day: string): void {
    this.day = day;
    this.watcher?.configure(this.options);
  }

  private view(): View {
    const dossier = this.watcher?.dossier() ?? {};
    const shared = {
      lang: this.look.lang,
      report: this.report,
      notes: this.notes,
      members: (dossier.perimeter?.epcis ?? []).map((siren) => find(String(siren ?? ""))),
      scales: [...knownScales(), ...(this.ownScale ? [this.ownScale] : [])],
      dossier,
      typing: this.hasUpdated ? pathBeingTyped(this.form) : null,
    };
    return new View(shared, this.seed);
  }

  protected override render(): TemplateResult {
    const { report } = this;
    const view = this.view();
    const narrow = NARROW.matches;
    const go = (path: string): void => {
      if (narrow) this.querySelector<HTMLElement>("#summary")?.hidePopover();
      focusPath(this.form, path);
    };
    return html`
      <a class="skip" href="#form">${view.t(page.skip)}</a>
      ${header(view, this.look, {
        change: (look) => this.change(look),
        example: () => void this.replace({ ...(example as Dossier) }, page.exampleLoaded),
        clear: () => void this.replace({}, page.cleared),
      })}
      <main>
        ${banner(view, this.today, this.day, (day) => this.checkAt(day))}
        ${this.failed ? html`<p class="failure" role="alert">${view.t(page.noEngine)}</p>` : nothing}
        ${report ? html`<ti-keep .view=${view} .report=${report} .desk=${this.desk}></ti-keep>` : nothing}
        <div class="columns">
          <nav aria-label=${view.t(page.contents)}>${contents(view, this.step, narrow)}</nav>
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
          <aside
            id="summary"
            aria-labelledby="title-summary"
            popover=${narrow ? "auto" : nothing}
            @toggle=${({ newState }: ToggleEvent) => {
              if (newState === "open") document.getElementById("title-summary")?.focus();
            }}
          >
            ${
              report
                ? summary(view, report, go)
                : html`<h2 id="title-summary">${view.t(page.summary)}</h2>
                    ${this.failed ? nothing : html`<p>${view.t(page.loading)}</p>`}`
            }
          </aside>
        </div>
      </main>
      <p class="unseen" role="status" id="told-verdict"></p>
      ${toast(view, this.done, () => {
        this.done = null;
      })}
      ${report && narrow ? summaryBar(view, report) : nothing}
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
}
