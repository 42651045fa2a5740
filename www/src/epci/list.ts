/**
 * `<ti-epci-list>`: the intercommunalités of a list of the dossier. A search adds one; each one chosen keeps its
 * SIREN in a control of its own, where it can still be mended.
 */
import type { Epci } from "territoires-industrie";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { find } from "../engine.js";
import { fill } from "../format.js";
import { describedBy } from "../form/controls.js";
import { ids, isWrong, notesAt } from "../form/notes.js";
import type { View } from "../form/view.js";
import { fieldLabel } from "../i18n/fields.js";
import { page } from "../i18n/page.js";
import { epciFacts, isNumber } from "./facts.js";
import type { TiEpciSearch } from "./search.js";

interface Chosen {
  key: number;
  siren: string;
}

export class TiEpciList extends LitElement {
  static override properties = {
    path: {},
    view: { attribute: false },
    suggested: { attribute: false },
    chosen: { state: true },
    told: { state: true },
  };

  declare path: string;
  declare view: View;
  declare suggested: Epci[];
  declare private chosen: Chosen[];
  declare private told: string;
  private lastKey = 0;

  constructor() {
    super();
    this.suggested = [];
    this.chosen = [];
    this.told = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    if (!this.hasUpdated)
      this.chosen = this.view.rows(this.path).map((siren) => this.fresh(String(siren ?? "")));
  }

  private fresh(siren: string): Chosen {
    return { key: ++this.lastKey, siren };
  }

  private name(siren: string): string {
    return find(siren)?.label ?? siren;
  }

  private async add(siren: string): Promise<void> {
    this.chosen = [...this.chosen, this.fresh(siren)];
    this.told = fill(this.view.t(page.epciChosen), { name: this.name(siren) });
    await this.updateComplete;
    const search = this.querySelector<TiEpciSearch>("ti-epci-search");
    if (search) search.text = "";
  }

  private left(text: string): void {
    if (isNumber(text)) void this.add(text.trim());
  }

  private async drop(one: Chosen): Promise<void> {
    this.chosen = this.chosen.filter((other) => other !== one);
    this.told = fill(this.view.t(page.epciRemoved), { name: this.name(one.siren) });
    await this.updateComplete;
    this.querySelector<HTMLElement>("[role=combobox]")?.focus();
  }

  private mend(one: Chosen, event: Event): void {
    one.siren = (event.target as HTMLInputElement).value;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { view, path } = this;
    const { control, hint } = ids(path);
    return html`<div class="field epcis" data-path=${path} role="group" aria-labelledby="${control}-title">
      <h3 id="${control}-title">${view.t(fieldLabel(path).label)}</h3>
      <ol class="chosen">
        ${repeat(
          this.chosen,
          (one) => one.key,
          (one, index) => this.renderChosen(one, `${path}.${index}`),
        )}
      </ol>
      <label for=${control}>${view.t(page.epciSearch)}</label>
      <ti-epci-search
        .lang=${view.shared.lang}
        .control=${control}
        .describedby=${[hint, view.shared.notes.has(path) ? ids(path).notes : ""].join(" ").trim()}
        .suggested=${this.suggested}
        @ti-pick=${(event: CustomEvent<Epci>) => this.add(event.detail.siren)}
        @ti-leave=${(event: CustomEvent<string>) => this.left(event.detail)}
      ></ti-epci-search>
      <p class="hint" id=${hint}>${view.t(page.epciHint)}</p>
      ${notesAt(view, path)}
      <p class="unseen" role="status">${this.told}</p>
    </div>`;
  }

  private renderChosen(one: Chosen, path: string): TemplateResult {
    const { view } = this;
    const epci = find(one.siren);
    const name = epci?.label ?? view.t(page.epciUnknown);
    return html`<li class="field" data-path=${path}>
      <div class="chip">
        <span class="name">${name}</span>
        ${epci ? html`<span class="facts">${epciFacts(view.shared.lang, epci)}</span>` : nothing}
        <label class="siren">
          ${view.t(page.siren)}
          <input
            id=${ids(path).control}
            name=${path}
            inputmode="numeric"
            autocomplete="off"
            value=${one.siren}
            aria-describedby=${describedBy(view, path)}
            aria-invalid=${isWrong(view, path) ? "true" : nothing}
            @input=${(event: Event) => this.mend(one, event)}
          />
        </label>
        <button type="button" class="quiet" @click=${() => this.drop(one)}>
          ${view.t(page.remove)}<span class="unseen"> : ${epci?.label ?? one.siren}</span>
        </button>
      </div>
      ${notesAt(view, path)}
    </li>`;
  }
}

/** The intercommunalités of a list of the dossier. */
export const epciList = (view: View, path: string, suggested: Epci[] = []): TemplateResult =>
  html`<ti-epci-list .path=${path} .view=${view} .suggested=${suggested}></ti-epci-list>`;
