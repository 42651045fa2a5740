/** `<ti-keep>`: keeps the dossier in the browser, takes steps back, opens, saves, shares, prints and hands over. */
import { evaluate, financingPlan } from "territoires-industrie";
import type { Dossier, Report } from "territoires-industrie";
import { html, LitElement, nothing, render, type TemplateResult } from "lit";
import type { PrefillLink, PrefillMapping } from "../../platform/pkg/territoires_industrie_platform.js";
import { dayTime } from "../format.js";
import { focusPath } from "../form/places.js";
import type { View } from "../form/view.js";
import { fieldLabel } from "../i18n/fields.js";
import { keep } from "../i18n/keep.js";
import type { Label } from "../i18n/lang.js";
import type { Desk } from "./desk.js";
import { download, fileName, readDossier, readMapping } from "./file.js";
import { History } from "./history.js";
import { letters, noLetters } from "./letters.js";
import { dossierIn, hasDossier, linkTo } from "./link.js";
import { keepOffline } from "./offline.js";
import { otherValues, type Question, questionText } from "./questions.js";
import { membersOf, printSheet } from "./sheet.js";
import { isBlank, type Other, Store } from "./store.js";

/** A step of the history ends when nothing was typed for this long, in milliseconds. */
const PAUSE = 400;
const TEXT_FIELD = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=range], [type=button])";

interface Told {
  label: Label;
  values?: Record<string, string>;
}

export class TiKeep extends LitElement {
  static override properties = {
    view: { attribute: false },
    report: { attribute: false },
    desk: { attribute: false },
    question: { state: true },
    told: { state: true },
    keptAt: { state: true },
    reload: { state: true },
    others: { state: true },
  };

  declare view: View;
  declare report: Report;
  declare desk: Desk;
  declare private question: Question | null;
  declare private told: Told | null;
  /** When the dossier was last kept; `null` while the browser refuses. */
  declare private keptAt: Date | null | undefined;

  /** Takes the new version of the page, once there is one. */
  declare private reload: (() => void) | null;

  /** What else the browser keeps: of other tabs, and of tabs that were closed. */
  declare private others: Other[];

  private readonly store = new Store();
  private readonly history = new History();
  /** The mapping file of the form platform, once there is one. */
  private mapping: PrefillMapping | null = null;
  private timer = 0;
  /** Loading a dossier is no step of its own. */
  private loading = false;

  constructor() {
    super();
    this.question = null;
    this.told = null;
    this.keptAt = undefined;
    this.reload = null;
    this.others = [];
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const event of ["input", "change", "click"]) document.addEventListener(event, this.later);
    document.addEventListener("keydown", this.key);
    document.addEventListener("visibilitychange", this.note);
    window.addEventListener("pagehide", this.note);
    window.addEventListener("hashchange", this.link);
    window.addEventListener("beforeprint", this.lay);
    window.addEventListener("afterprint", this.clear);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const event of ["input", "change", "click"]) document.removeEventListener(event, this.later);
    document.removeEventListener("keydown", this.key);
    document.removeEventListener("visibilitychange", this.note);
    window.removeEventListener("pagehide", this.note);
    window.removeEventListener("hashchange", this.link);
    window.removeEventListener("beforeprint", this.lay);
    window.removeEventListener("afterprint", this.clear);
  }

  protected override async firstUpdated(): Promise<void> {
    this.history.begin(JSON.stringify(this.desk.dossier()));
    await this.store.open();
    await this.takeUp();
    await this.link();
    keepOffline((reload) => (this.reload = reload));
  }

  protected override updated(): void {
    const dialog = this.querySelector("dialog");
    if (this.question && !dialog?.open) dialog?.showModal();
    if (!this.question && dialog?.open) dialog.close();
  }

  /** Loads what is kept at the place of this tab: the first step of the history, so that no step back goes past it. */
  private async takeUp(): Promise<void> {
    const kept = this.store.kept();
    if (kept) {
      await this.load(kept.dossier);
      const dossier = this.desk.dossier();
      this.history.begin(JSON.stringify(dossier));
      this.keep(dossier);
      this.told = { label: keep.found, values: { when: dayTime(this.view.shared.lang, new Date(kept.at)) } };
    }
    this.others = await this.store.others();
  }

  /** Takes up what is kept of a tab that was closed; of one that is open, a copy. */
  private async takeOther(other: Other): Promise<void> {
    this.note();
    if (!other.open && (await this.store.take(other.place))) await this.takeUp();
    else await this.bring(other.dossier);
    this.others = this.others.filter(({ place }) => place !== other.place);
    this.focusOn("undo");
  }

  private readonly later = (): void => {
    if (this.loading) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.note, PAUSE);
  };

  /** Notes the dossier as it is: a step of the history, and what the browser keeps. */
  private readonly note = (): void => {
    clearTimeout(this.timer);
    if (this.loading) return;
    const dossier = this.desk.dossier();
    if (this.history.record(JSON.stringify(dossier))) this.keep(dossier);
  };

  private keep(dossier: Dossier): void {
    this.keptAt = this.store.keep(dossier) ? (isBlank(dossier) ? undefined : new Date()) : null;
    this.told = null;
    this.requestUpdate();
  }

  private async load(dossier: Dossier): Promise<string[]> {
    this.loading = true;
    try {
      return await this.desk.load(dossier, null);
    } finally {
      this.loading = false;
    }
  }

  /** Loads what the person brings in, as a step that can be undone. */
  private async bring(dossier: Dossier): Promise<void> {
    this.note();
    this.question = null;
    try {
      const { unknown_keys } = evaluate(dossier);
      const keys = Object.keys(dossier);
      if (keys.length > 0 && keys.every((key) => unknown_keys.includes(key))) throw new TypeError("another kind of object");
      const lost = await this.load(dossier);
      this.note();
      const names = [...new Set(lost.map((path) => this.view.t(fieldLabel(path).label)))].slice(0, 12).join(", ");
      this.told = lost.length ? { label: keep.lost, values: { names } } : { label: keep.opened };
    } catch {
      // The engine does not take it for a dossier.
      this.question = { kind: "failed", problem: "notJson" };
    }
  }

  private async step(by: -1 | 1): Promise<void> {
    if (this.loading) return;
    this.note();
    const state = this.history.go(by);
    if (state === null) return;
    const active = document.activeElement;
    await this.load(JSON.parse(state) as Dossier);
    const dossier = this.desk.dossier();
    this.history.settle(JSON.stringify(dossier));
    this.keep(dossier);
    this.told = { label: by < 0 ? keep.undone : keep.redone };
    const name = active?.getAttribute("name");
    if (name) this.desk.form().querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus();
    await this.updateComplete;
    if (document.activeElement === document.body && active !== document.body) this.focusOn("undo");
  }

  private focusOn(tool: string): void {
    this.querySelector<HTMLElement>(`[data-tool=${tool}]`)?.focus();
  }

  private readonly key = (event: KeyboardEvent): void => {
    const letter = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !(letter === "z" || letter === "y")) return;
    if (this.question || (event.target instanceof Element && event.target.matches(TEXT_FIELD))) return;
    event.preventDefault();
    void this.step(letter === "y" || event.shiftKey ? 1 : -1);
  };

  /** A dossier in the address is a question; once answered, the address forgets it. */
  private readonly link = async (): Promise<void> => {
    if (!hasDossier(location.hash)) return;
    const found = await dossierIn(location.hash);
    history.replaceState(null, "", location.pathname + location.search);
    this.question = found ? { kind: "link", ...found } : { kind: "damaged" };
  };

  private async open(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    const opened = await readDossier(file);
    input.value = "";
    if ("dossier" in opened) await this.bring(opened.dossier);
    else this.question = { kind: "failed", problem: opened.problem };
  }

  private save(): void {
    const dossier = this.desk.dossier();
    download(fileName("dossier", dossier, ".json"), "application/json", `${JSON.stringify(dossier, null, 2)}\n`);
    this.question = null;
  }

  private async askForget(): Promise<void> {
    this.others = await this.store.others();
    this.question = { kind: "forget", gone: this.others.filter(({ open }) => !open) };
  }

  private async forget(gone: Other[]): Promise<void> {
    this.question = null;
    await this.load({});
    this.history.begin(JSON.stringify(this.desk.dossier()));
    await this.store.forget(gone);
    this.others = await this.store.others();
    this.keptAt = undefined;
    this.told = { label: keep.forgotten };
    this.focusOn("open");
  }

  private async copy(): Promise<void> {
    const input = this.querySelector<HTMLInputElement>("dialog input[readonly]");
    input?.select();
    try {
      await navigator.clipboard.writeText(input?.value ?? "");
      this.told = { label: keep.copied };
    } catch {
      this.told = { label: keep.copyByHand };
    }
  }

  /** The way to the form platform, with the mapping file that the page was given, where it was. */
  private async toPlatform(): Promise<void> {
    this.told = null;
    const address = this.mapping ? null : this.closest("ti-page")?.getAttribute("mapping");
    if (address) await this.readMapping(fetch(address).then((answer) => (answer.ok ? answer.blob() : Promise.reject(answer))));
    else await this.showPlatform();
  }

  private async readMapping(from: File | Promise<Blob>): Promise<void> {
    this.mapping = null;
    try {
      this.mapping = await readMapping(await from);
      this.told = null;
      await this.showPlatform();
    } catch {
      this.told = { label: from instanceof File ? keep.mappingNotRead : keep.mappingNotLoaded };
      this.question = { kind: "platform", found: null };
    }
  }

  private async showPlatform(): Promise<void> {
    const found = this.mapping && (await this.linkOf(this.mapping));
    // A file with mistakes is not kept for the next time.
    if (found?.url === null) this.mapping = null;
    this.question = { kind: "platform", found };
  }

  private async linkOf(mapping: PrefillMapping): Promise<PrefillLink> {
    const { default: init, prefillLink } = await import("../../platform/pkg/territoires_industrie_platform.js");
    await init();
    return prefillLink(this.desk.dossier(), mapping, this.view.shared.lang);
  }

  private async goTo(path: string): Promise<void> {
    this.question = null;
    await this.updateComplete;
    focusPath(path);
  }

  /** Lays the summary out for the printer. */
  private readonly lay = (): void => {
    this.clear();
    const paper = document.createElement("div");
    paper.id = "paper";
    document.body.append(paper);
    render(printSheet(this.view, this.report, this.desk.dossier()), paper);
  };

  private readonly clear = (): void => document.querySelector("#paper")?.remove();

  private hand(kind: "csv" | "html" | "letters"): void {
    const dossier = this.desk.dossier();
    const { lang, members } = this.view.shared;
    if (kind === "letters") {
      const names = membersOf(members, dossier).map(({ name }) => name);
      download(fileName(lang === "fr" ? "lettres-brouillon" : "letters-draft", dossier, ".txt"), "text/plain", letters(dossier, this.report.campaign, names, lang));
      return;
    }
    const text = financingPlan(dossier, kind, this.desk.options());
    if (text) download(fileName(lang === "fr" ? "plan-de-financement" : "funding-plan", dossier, `.${kind}`), `text/${kind}`, text);
  }

  protected override render(): TemplateResult {
    const { view, question, history } = this;
    const t = (label: Label): string => view.t(label);
    const step = (label: Label, by: -1 | 1, can: boolean): TemplateResult =>
      html`<button type="button" data-tool=${by < 0 ? "undo" : "redo"} aria-disabled=${can ? "false" : "true"} @click=${() => this.step(by)}>${t(label)}</button>`;
    const tool = (label: Label, name: string, click: () => void): TemplateResult =>
      html`<button type="button" data-tool=${name} @click=${click}>${t(label)}</button>`;
    return html`<div class="keep" role="group" aria-label=${t(keep.tools)}>
        ${step(keep.undo, -1, history.canUndo)} ${step(keep.redo, 1, history.canRedo)}
        ${tool(keep.open, "open", () => this.querySelector<HTMLInputElement>("#open-file")?.click())}
        <input id="open-file" type="file" accept=".json,application/json" hidden aria-label=${t(keep.open)} @change=${(event: Event) => this.open(event.target as HTMLInputElement)} />
        ${tool(keep.save, "save", () => (this.question = { kind: "save" }))}
        ${tool(keep.share, "share", () => void this.share())} ${tool(keep.print, "print", () => window.print())}
        ${this.documents()} ${tool(keep.platform, "platform", () => void this.toPlatform())}
      </div>
      <p class="kept" role="status">${this.notice()}</p>
      <div class="others" role="status">${this.others.slice(0, 3).map((other) => this.otherText(other))}</div>
      <div role="status">${this.reload ? this.newVersion(this.reload) : nothing}</div>
      <dialog aria-labelledby=${question ? "title-question" : nothing} @close=${() => (this.question = null)}>
        ${
          question
            ? questionText(view, question, this.desk.dossier(), {
                close: () => (this.question = null),
                save: () => this.save(),
                forget: (gone) => void this.forget(gone),
                copy: () => void this.copy(),
                open: (dossier) => void this.bring(dossier),
                choose: (file) => void this.readMapping(file),
                go: (path) => void this.goTo(path),
              })
            : nothing
        }
        <p role="status">${question && (question.kind === "share" || question.kind === "platform") && this.told ? view.t(this.told.label) : nothing}</p>
      </dialog>`;
  }

  private async share(): Promise<void> {
    this.told = null;
    this.question = { kind: "share", link: await linkTo(location.href, this.desk.dossier()) };
  }

  private documents(): TemplateResult {
    const { view, report } = this;
    const item = (label: Label, kind: "csv" | "html" | "letters"): TemplateResult =>
      html`<li><button type="button" class="link" data-hand=${kind} @click=${() => this.hand(kind)}>${view.t(label)}</button></li>`;
    const none = noLetters(view.shared.dossier, report);
    return html`<details class="hand">
      <summary>${view.t(keep.hand)}</summary>
      <ul>
        ${report.funding ? html`${item(keep.planCsv, "csv")}${item(keep.planHtml, "html")}` : html`<li>${view.t(keep.noPlan)}</li>`}
        ${none === null ? item(keep.letters, "letters") : html`<li>${none}</li>`}
      </ul>
    </details>`;
  }

  private otherText(other: Other): TemplateResult {
    const { view } = this;
    const values = otherValues(view, other);
    return html`<p>
      ${view.t(other.open ? keep.openElsewhere : keep.alsoKept, values)}
      <button type="button" data-tool="other" @click=${() => void this.takeOther(other)}>
        ${view.t(other.open ? keep.copyHere : keep.takeUp)}<span class="unseen"> – ${values.name}</span>
      </button>
    </p>`;
  }

  private newVersion(reload: () => void): TemplateResult {
    const { view } = this;
    const take = (): void => {
      this.note();
      reload();
    };
    return html`<p class="new-version">
      ${view.t(keep.newVersion)} <button type="button" data-tool="reload" @click=${take}>${view.t(keep.reload)}</button>
    </p>`;
  }

  private notice(): TemplateResult | typeof nothing {
    const { view, told, keptAt } = this;
    const { lang } = view.shared;
    const said = told ? html`${view.t(told.label, told.values)} ` : nothing;
    if (keptAt === null) return html`${said}${view.t(keep.notKept)}`;
    if (keptAt === undefined) return html`${said}${view.t(keep.keeping)}`;
    return html`${said}${view.t(keep.kept, { when: dayTime(lang, keptAt, "time") })}
      <button type="button" class="quiet" data-tool="forget" @click=${() => void this.askForget()}>${view.t(keep.forget)}</button>`;
  }
}
