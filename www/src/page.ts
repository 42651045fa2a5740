/** `<ti-page>`: the page. It holds the form, follows it with the engine's watcher, and paints the report. */
import type { Changes, Dossier, Options, Report, Scale, Watcher } from "territoires-industrie";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { keyed } from "lit/directives/keyed.js";
import { merged } from "../elements/merge.js";
import { banner, type Notice, windowOf } from "./banner.js";
import { find, knownScales, loadEngine, watch } from "./engine.js";
import example from "./example.json";
import { contents } from "./form/contents.js";
import { formParts } from "./form/form.js";
import type { TiEpciList } from "./epci/list.js";
import { Notes, placeNotes } from "./form/notes.js";
import { changed, focusPath, isTyped, leave, leaveAnswered, pathBeingTyped, typing } from "./form/places.js";
import { afterPress } from "./form/press.js";
import { StepInSight } from "./form/step-in-sight.js";
import { stepIds } from "./form/steps.js";
import { type Shared, View } from "./form/view.js";
import { type MembersMoved, movedWeights, writeWeights } from "./form/weights.js";
import { header, type HeaderActions } from "./header.js";
import type { Label } from "./i18n/lang.js";
import { page } from "./i18n/page.js";
import type { SectionId } from "./i18n/sections.js";
import { besideForm, type Desk, lostPaths, putAt, typedAt, wholeScale } from "./keep/desk.js";
import { firstLook, keepDay, keptDay, type Look, media, wear } from "./preferences.js";
import { summary, summaryBar, tellVerdict } from "./summary/summary.js";
import { type Done, Leaving, toast } from "./toast.js";

const LEVEL = "chef_de_projet.fragility_level";
const NARROW = media("(max-width: 959px)");
/** The typing pauses when no key was struck for this long, in milliseconds. */
const PAUSE = 400;

/** What was so at the last pause of the typing. */
interface Calm {
  report: Report | null;
  dossier: Dossier;
  /** The dossier as JSON. */
  text: string;
  notes: Notes;
  typing: string | null;
}

export class TiPage extends LitElement {
  static override properties = {
    look: { state: true },
    failed: { state: true },
    report: { state: true },
    calm: { state: true },
    seed: { state: true },
    done: { state: true },
    step: { state: true },
    ownScale: { state: true },
    menuOpen: { state: true },
    notice: { state: true },
  };

  declare private look: Look;
  declare private failed: boolean;
  declare private report: Report | null;
  /** What is painted a moment after the answer: the form with its messages, pictures, what the tools work on. */
  declare private calm: Calm;
  /** What the controls start from: each load builds the form anew. */
  declare private seed: Dossier;
  declare private done: Done | null;
  /** The step in sight. */
  declare private step: SectionId;

  /** The scale that the dossier carries whole: the form has no control for it. */
  declare private ownScale: Scale | null;

  /** Whether a phone shows the menu. */
  declare private menuOpen: boolean;
  declare private notice: Notice;

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
  private members: Shared["members"] = [];
  private quiet = 0;
  private readonly closeToast = (): void => {
    this.done = null;
  };
  private readonly leaving = new Leaving();
  private readonly sight = new StepInSight((step) => {
    this.step = step;
  });
  private readonly repaint = (): void => this.requestUpdate();

  constructor() {
    super();
    this.look = firstLook(location.search);
    this.failed = false;
    this.report = null;
    this.calm = { report: null, dossier: {}, text: "{}", notes: new Notes(), typing: null };
    this.seed = {};
    this.done = null;
    this.step = stepIds[0];
    this.ownScale = null;
    this.menuOpen = false;
    this.notice = { day: "", refused: false, open: false };
    wear(this.look);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private get form(): HTMLFormElement {
    return this.querySelector("form") as HTMLFormElement;
  }

  private get options(): Options {
    const day = this.notice.day || this.today;
    return { lang: this.look.lang, ...(day ? { day } : {}) };
  }

  protected override async firstUpdated(): Promise<void> {
    NARROW.list.addEventListener("change", this.repaint);
    // What is printed is what was typed, be it a moment ago.
    addEventListener("beforeprint", this.printed);
    this.addEventListener("ti-done", (event) => {
      this.done = (event as CustomEvent<Done>).detail;
      // What was done may change pictures and fiches, and nothing in the report.
      this.calmAfter(0);
    });
    this.addEventListener("ti-members", (event) => this.followMembers((event as CustomEvent<MembersMoved>).detail));
    try {
      await loadEngine();
      await this.settled();
      this.follow({});
      this.today = this.report?.day ?? "";
      // A day that was chosen on another visit is seen as chosen, on a phone too.
      const day = keptDay();
      if (day) this.changeNotice({ day, open: true });
      this.sight.follow(this);
    } catch (error) {
      console.error(error);
      this.failed = true;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    NARROW.list.removeEventListener("change", this.repaint);
    removeEventListener("beforeprint", this.printed);
    clearTimeout(this.quiet);
    this.watcher?.stop();
  }

  /** One paint a frame, however many keys are struck. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await new Promise(requestAnimationFrame);
    super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    if (!this.report || !this.hasUpdated) return;
    const list = this.querySelector<TiEpciList>("ti-epci-list");
    const found = list?.sirens.map(find) ?? [];
    if (found.length !== this.members.length || found.some((one, at) => one !== this.members[at])) this.members = found;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("done")) this.leaving.begin(this.done, this.querySelector(".toast"), this.closeToast);
    if (changed.has("look")) document.title = page.title[this.look.lang];
    if (changed.has("seed") && this.watcher) this.sight.follow(this);
    // Another scale has other levels: the control of the level holds another choice.
    const paused = (changed.get("calm") as Calm | undefined)?.report;
    if (paused && paused.scale !== this.calm.report?.scale) this.watcher?.refresh();
    if (this.report && (changed.get("report") || changed.has("look")))
      tellVerdict(this.querySelector("#told-verdict"), this.look.lang, this.report);
  }

  /** Waits until the form and the elements in it are painted. */
  private async settled(): Promise<void> {
    await this.updateComplete;
    const elements = this.querySelectorAll<LitElement>("ti-rows, ti-epci-list, ti-epci-one");
    await Promise.all([...elements].map((element) => element.updateComplete));
  }

  private take(changes: Changes): void {
    if (!this.report) return;
    this.report = merged(this.report, changes);
    if (!this.quiet) this.calmAfter(0);
  }

  /** The answer is painted first, the rest once the typing pauses. */
  private calmAfter(pause: number): void {
    clearTimeout(this.quiet);
    this.quiet = window.setTimeout(() => requestAnimationFrame(() => setTimeout(this.becalm)), pause);
  }

  private readonly becalm = (): void => {
    clearTimeout(this.quiet);
    this.quiet = 0;
    if (!this.watcher) return;
    const { report, calm } = this;
    const given = this.watcher.dossier();
    const text = JSON.stringify(given);
    const dossier = text === calm.text ? calm.dossier : given;
    const notes = report ? placeNotes(report) : new Notes();
    const typing = pathBeingTyped();
    const same = report === calm.report && dossier === calm.dossier && typing === calm.typing;
    if (!same || notes.under("") !== calm.notes.under("")) this.calm = { report, dossier, text, notes, typing };
  };

  private readonly printed = (): void => {
    this.becalm();
    this.performUpdate();
  };

  /** Follows the form from now on; `dossier` says what the form has no controls for. */
  private follow(dossier: Dossier): void {
    this.watcher?.stop();
    const options = { ...this.options, dossier: besideForm(this.form, dossier) };
    this.watcher = watch(this.form, options, (changes) => this.take(changes));
    this.report = this.watcher.report();
    this.becalm();
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
    this.becalm();
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
    this.calmAfter(0);
  }

  private readonly changeNotice = (change: Partial<Notice>): void => {
    this.notice = { ...this.notice, ...change };
    if (change.day === undefined) return;
    keepDay(change.day);
    this.watcher?.configure(this.options);
  };

  private readonly tools: HeaderActions = {
    menu: () => {
      this.menuOpen = !this.menuOpen;
    },
    change: (look) => this.change(look),
    example: () => void this.replace({ ...(example as Dossier) }, page.exampleLoaded),
    clear: () => void this.replace({}, page.cleared),
  };

  private readonly current = (): Dossier => this.watcher?.dossier() ?? {};

  private shared(report: Report | null, typing: string | null): Shared {
    return {
      lang: this.look.lang,
      report,
      notes: this.calm.notes,
      members: this.members,
      // One of the person's own is the one in force, even when it bears the id of a shipped one.
      scales: [...(this.ownScale ? [this.ownScale] : []), ...knownScales()],
      calm: this.calm.report,
      dossier: this.calm.dossier,
      current: this.current,
      typing,
    };
  }

  /** The page as it was at the last pause: the same as long as nothing of it changes. */
  private calmView: { view: View; of: unknown[] } | null = null;
  private viewAtPause(): View {
    const of = [this.calm, this.look.lang, this.members, this.ownScale, this.seed];
    if (!this.calmView || of.some((one, at) => one !== this.calmView?.of[at]))
      this.calmView = { view: new View(this.shared(this.calm.report, this.calm.typing), this.seed), of };
    return this.calmView.view;
  }

  private readonly go = (path: string): void => {
    if (NARROW.holds) this.querySelector<HTMLElement>("#summary")?.hidePopover();
    focusPath(path);
  };

  protected override render(): TemplateResult {
    const { report, go } = this;
    const view = new View(this.shared(report, pathBeingTyped()), this.seed);
    const atPause = this.viewAtPause();
    const narrow = NARROW.holds;
    return html`
      <a class="skip" href="#form">${view.t(page.skip)}</a>
      ${guard([this.look, this.menuOpen, report === null], () => header(view, this.look, this.menuOpen, this.tools))}
      <main data-menu=${this.menuOpen ? "open" : "closed"}>
        ${this.calm.report ? html`<ti-keep .view=${atPause} .report=${this.calm.report} .desk=${this.desk}></ti-keep>` : nothing}
        ${guard([this.look.lang, this.today, this.notice, report?.day, windowOf(report)], () =>
          banner(view, this.today, this.notice, this.changeNotice),
        )}
        ${this.failed ? html`<p class="failure" role="alert">${view.t(page.noEngine)}</p>` : nothing}
        <div class="columns">
          <nav aria-label=${view.t(page.contents)}>
            ${guard([atPause, this.step, narrow], () => contents(atPause, this.step, narrow))}
          </nav>
          <div>
            <form
              id="form"
              aria-label=${view.t(page.form)}
              autocomplete="off"
              novalidate
              @submit=${(event: Event) => event.preventDefault()}
              @input=${this.typed}
              @focusout=${this.left}
              @change=${this.chosen}
            >
              ${keyed(this.seed, html`<div>${guard([atPause], () => formParts(atPause))}</div>`)}
            </form>
            <div data-step="chef_de_projet">
              ${this.calm.report ? html`<ti-studio .view=${atPause} .report=${this.calm.report} .desk=${this.desk} .go=${go}></ti-studio>` : nothing}
            </div>
          </div>
          <aside
            id="summary"
            aria-labelledby="title-summary"
            popover=${narrow ? "auto" : nothing}
            @toggle=${({ newState }: ToggleEvent) => {
              if (newState === "open") document.getElementById("title-summary")?.focus();
            }}
          >
            <div class="panel">
              ${
                report
                  ? summary(view, report, atPause, go)
                  : html`<h2 id="title-summary">${view.t(page.summary)}</h2>
                      ${this.failed ? nothing : html`<p>${view.t(page.loading)}</p>`}`
              }
            </div>
          </aside>
        </div>
      </main>
      <p class="unseen" role="status" id="told-verdict"></p>
      ${toast(view, this.done, this.closeToast)}
      ${report && narrow ? summaryBar(view, report) : nothing}
    `;
  }

  private typed(event: Event): void {
    typing(event);
    this.calmAfter(isTyped(event) ? PAUSE : 0);
  }

  private left(event: FocusEvent): void {
    leave(event);
    afterPress(() => {
      this.requestUpdate();
      this.calmAfter(0);
    });
  }

  private chosen(event: Event): void {
    changed(event);
    afterPress(() => this.calmAfter(0));
  }
}
