/**
 * `<ti-epci-search>`: a text field with a list of intercommunalités below it (the combobox pattern of ARIA).
 * It says what happens by events and knows nothing of the dossier.
 */
import type { Epci, Lang } from "territoires-industrie";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { search } from "../engine.js";
import { fill } from "../format.js";
import { page } from "../i18n/page.js";
import { epciFacts } from "./facts.js";

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
  };

  declare lang: Lang;
  /** The id of the input, for its label. */
  declare control: string;
  declare describedby: string;
  /** What stands in the input; replaced by what is typed. */
  declare text: string;
  /** What is suggested before anything is typed. */
  declare suggested: Epci[];
  declare private found: Epci[];
  declare private active: number;
  declare private open: boolean;

  constructor() {
    super();
    this.text = "";
    this.suggested = [];
    this.found = [];
    this.active = -1;
    this.open = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  private tell(type: "ti-pick" | "ti-text" | "ti-leave", detail: Epci | string): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  private show(): void {
    this.found = this.text.trim() ? search(this.text) : this.suggested;
    this.active = -1;
    this.open = this.text.trim() !== "" || this.found.length > 0;
  }

  private pick(epci: Epci): void {
    this.open = false;
    this.text = epci.label;
    this.tell("ti-pick", epci);
  }

  private leave(): void {
    this.open = false;
    this.tell("ti-leave", this.text);
  }

  private typed(event: Event): void {
    // The control that the engine reads is another one: this text is only a search.
    event.stopPropagation();
    this.text = (event.target as HTMLInputElement).value;
    this.show();
    this.tell("ti-text", this.text);
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      if (!this.open) this.show();
      const count = this.found.length;
      if (count) this.active = this.active < 0 && step < 0 ? count - 1 : (this.active + step + count) % count;
    } else if (event.key === "Enter") {
      const epci = this.found[this.active] ?? (this.found.length === 1 ? this.found[0] : undefined);
      if (this.open && epci) this.pick(epci);
      else this.leave();
    } else if (event.key === "Escape" && this.open) {
      this.open = false;
    } else {
      return;
    }
    event.preventDefault();
  }

  protected override updated(): void {
    if (this.open)
      this.querySelector("[aria-selected=true], [role=listbox]")?.scrollIntoView({ block: "nearest" });
  }

  protected override render(): TemplateResult {
    const { lang, control, found, open } = this;
    const list = `${control}-list`;
    const option = (index: number): string => `${control}-option-${index}`;
    const told = found.length ? fill(page.epciCount[lang], { n: found.length }) : page.epciNone[lang];
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
      />
      <ul
        id=${list}
        role="listbox"
        aria-label=${page.epciSuggestions[lang]}
        ?hidden=${!open || found.length === 0}
        @mousedown=${(event: Event) => event.preventDefault()}
      >
        ${found.map(
          (epci, index) =>
            html`<li
              id=${option(index)}
              role="option"
              aria-selected=${index === this.active}
              @click=${() => this.pick(epci)}
            >
              <span class="name">${epci.label}</span>
              <span class="facts">${epciFacts(lang, epci)}</span>
            </li>`,
        )}
      </ul>
      <p class=${open && found.length === 0 ? "hint" : "unseen"} role="status">${open ? told : ""}</p>
    </div>`;
  }
}
