/** `<ti-epci-one>`: one intercommunalité. What is seen is its name; the control that the engine reads keeps its SIREN. */
import type { Epci } from "territoires-industrie";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { find } from "../engine.js";
import { notesAt, ids } from "../form/notes.js";
import type { View } from "../form/view.js";
import { fieldLabel } from "../i18n/fields.js";
import { page } from "../i18n/page.js";
import { epciFacts, isNumber } from "./facts.js";
import type { TiEpciSearch } from "./search.js";

export class TiEpciOne extends LitElement {
  static override properties = {
    path: {},
    view: { attribute: false },
    first: {},
    siren: { state: true },
    unchosen: { state: true },
  };

  declare path: string;
  declare view: View;
  /** The SIREN that was loaded. */
  declare first: string;
  declare private siren: string;
  /** Whether a name was left in the field without a choice. */
  declare private unchosen: boolean;

  constructor() {
    super();
    this.siren = "";
    this.unchosen = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated) this.siren = this.first;
  }

  private async take(siren: string): Promise<void> {
    this.unchosen = false;
    if (siren === this.siren) return;
    this.siren = siren;
    await this.updateComplete;
    this.querySelector("input[type=hidden]")?.dispatchEvent(new Event("input", { bubbles: true }));
  }

  private leave(search: TiEpciSearch): void {
    const name = find(this.siren)?.label;
    if (name) search.text = name;
    this.unchosen = !this.siren && search.text.trim() !== "";
  }

  protected override render(): TemplateResult {
    const { view, path, siren } = this;
    const { control, hint, notes } = ids(path);
    const epci = find(siren);
    const members = view.shared.members.filter((member) => member !== null);
    return html`<div class="field" id=${ids(path).place} data-path=${path}>
      <label for=${control}>${view.t(fieldLabel(path).label)}</label>
      <input type="hidden" name=${path} .value=${siren} />
      <ti-epci-search
        .lang=${view.shared.lang}
        .control=${control}
        .describedby=${[hint, view.shared.notes.has(path) ? notes : ""].join(" ").trim()}
        .text=${find(this.first)?.label ?? this.first}
        .suggested=${members}
        @ti-pick=${(event: CustomEvent<Epci>) => this.take(event.detail.siren)}
        @ti-text=${(event: CustomEvent<string>) => this.take(isNumber(event.detail) ? event.detail : "")}
        @ti-leave=${(event: Event) => this.leave(event.target as TiEpciSearch)}
      ></ti-epci-search>
      <p class="hint" id=${hint}>
        ${this.unchosen ? view.t(page.epciPick) : epci ? `${siren} · ${epciFacts(view.shared.lang, epci)}` : nothing}
      </p>
      ${notesAt(view, path)}
    </div>`;
  }
}

/** One intercommunalité of the dossier. */
export const epciOne = (view: View, name: string): TemplateResult =>
  html`<ti-epci-one .path=${view.path(name)} .view=${view} .first=${view.text(name)}></ti-epci-one>`;
