/**
 * `<ti-epci-search>`: a text field with a list of intercommunalités below it (the combobox pattern of ARIA).
 * It says what happens by events and knows nothing of the dossier.
 */
import type { Epci, Lang } from "territoires-industrie";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { search } from "../engine.js";
import { say } from "../format.js";
import { page } from "../i18n/page.js";
import { type Found, haveCommunes, isWholeName, loadCommunes, searchCommunes } from "./communes.js";
import { epciFacts } from "./facts.js";
import { sirensIn } from "./sirens.js";

const MOST_COMMUNES = 6;
/** What is typed is painted first; it is searched for once no key was struck for this long, in milliseconds. */
const PAUSE = 120;

export class TiEpciSearch extends LitElement {
  static override properties = {
    lang: {},
    control: {},
    describedby: {},
    text: {},
    suggested: { attribute: false },
    found: { state: true },
    active: { state: true },
    open: { state: true },
    failed: { state: true },
  };

  declare lang: Lang;
  /** The id of the input, for its label. */
  declare control: string;
  declare describedby: string;
  /** What stands in the input; replaced by what is typed. */
  declare text: string;
  /** What is suggested before anything is typed. */
  declare suggested: Epci[];
  declare private found: Found[];
  declare private active: number;
  declare private open: boolean;
  /** Whether the communes could not be loaded. */
  declare private failed: boolean;

  constructor() {
    super();
    this.text = "";
    this.suggested = [];
    this.found = [];
    this.active = -1;
    this.open = false;
    this.failed = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private tell(type: "ti-pick" | "ti-text" | "ti-leave", detail: Epci | string): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** By name, SIREN or département; then by commune, first where what is typed is the whole name of one. */
  private search(): Found[] {
    const named = (this.text.trim() ? search(this.text) : this.suggested).map((epci) => ({ epci, commune: null }));
    const communes = searchCommunes(this.text, MOST_COMMUNES);
    const whole = communes.filter((found) => isWholeName(this.text, found));
    const all: Found[] = [...whole, ...named, ...communes.filter((found) => !whole.includes(found))];
    // An intercommunalité found by its name is not proposed again by a commune that only resembles.
    return all.filter(
      ({ epci, commune }, index) =>
        !all.slice(0, index).some((one) => one.epci.siren === epci.siren && (commune === null || one.commune === commune)),
    );
  }

  /** The search that is still to come, if any. */
  private awaited = 0;

  private searchLater(): void {
    clearTimeout(this.awaited);
    this.awaited = window.setTimeout(() => this.searchNow(), PAUSE);
  }

  private searchNow(): void {
    if (!this.awaited) return;
    this.show();
    void this.loadCommunes();
  }

  private forgetSearch(): void {
    clearTimeout(this.awaited);
    this.awaited = 0;
  }

  private show(): void {
    this.forgetSearch();
    this.found = this.search();
    this.active = -1;
    this.open = this.text.trim() !== "" || this.found.length > 0;
  }

  private async loadCommunes(): Promise<void> {
    if (haveCommunes()) return;
    try {
      await loadCommunes();
      this.failed = false;
      if (this.open && this.active < 0 && !this.awaited) this.show();
    } catch {
      this.failed = true;
    }
  }

  private pick({ epci }: Found): void {
    this.forgetSearch();
    this.open = false;
    this.text = epci.label;
    this.tell("ti-pick", epci);
  }

  /** A list of SIREN is for whoever takes several; anything else is pasted as usual. */
  private pasted(event: ClipboardEvent): void {
    const sirens = sirensIn(event.clipboardData?.getData("text") ?? "");
    if (sirens.length > 1 && !this.dispatchEvent(new CustomEvent("ti-paste", { detail: sirens, cancelable: true })))
      event.preventDefault();
  }

  private leave(): void {
    this.forgetSearch();
    this.open = false;
    this.tell("ti-leave", this.text);
  }

  private typed(event: Event): void {
    // The control that the engine reads is another one: this text is only a search.
    event.stopPropagation();
    this.text = (event.target as HTMLInputElement).value;
    this.searchLater();
    this.tell("ti-text", this.text);
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      this.searchNow();
      if (!this.open) this.show();
      const count = this.found.length;
      if (count) this.active = this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count;
    } else if (event.key === "Enter") {
      this.searchNow();
      const found = this.found[this.active] ?? (this.found.length === 1 ? this.found[0] : undefined);
      if (this.open && found) this.pick(found);
      else this.leave();
    } else if (event.key === "Escape" && (this.open || this.text)) {
      this.forgetSearch();
      if (!this.open) {
        this.text = "";
        this.tell("ti-text", "");
      }
      this.open = false;
    } else {
      return;
    }
    event.preventDefault();
  }

  protected override updated(changed: PropertyValues): void {
    if (this.open && (changed.has("open") || changed.has("active")))
      (this.querySelector("[aria-selected=true]") ?? this.querySelector("[role=listbox]"))?.scrollIntoView({ block: "nearest" });
  }

  protected override render(): TemplateResult {
    const { lang, control, found, open } = this;
    const list = `${control}-list`;
    const option = (index: number): string => `${control}-option-${index}`;
    const told = found.length ? say(lang, page.epciCount, { n: found.length }) : page.epciNone[lang];
    return html`<div class="search">
      <input
        id=${control}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded=${open && found.length > 0}
        aria-controls=${list}
        aria-activedescendant=${open && this.active >= 0 ? option(this.active) : nothing}
        aria-describedby=${this.describedby || nothing}
        autocomplete="off"
        spellcheck="false"
        .value=${this.text}
        @input=${this.typed}
        @change=${(event: Event) => event.stopPropagation()}
        @keydown=${this.key}
        @click=${this.show}
        @blur=${this.leave}
        @paste=${this.pasted}
      />
      <ul
        id=${list}
        role="listbox"
        tabindex="-1"
        aria-label=${page.epciSuggestions[lang]}
        ?hidden=${!open || found.length === 0}
        @mousedown=${(event: Event) => event.preventDefault()}
      >
        ${guard([found, this.active, lang], () => found.map((one, index) => this.renderOption(one, index, option(index))))}
      </ul>
      <p class=${open && found.length === 0 ? "hint" : "unseen"} role="status">
        ${open ? told : nothing} ${open && this.failed ? page.communesFailed[lang] : nothing}
      </p>
    </div>`;
  }

  private renderOption(one: Found, index: number, id: string): TemplateResult {
    const { lang } = this;
    return html`<li id=${id} role="option" aria-selected=${index === this.active} @click=${() => this.pick(one)}>
      <span class="name"
        >${one.epci.label}${
          one.commune === null
            ? nothing
            : html`<span class="facts">${say(lang, page.byCommune, { name: one.commune })}</span>`
        }</span
      >
      <span class="facts">${epciFacts(lang, one.epci)}</span>
    </li>`;
  }
}
