/**
 * `<ti-epci-list>`: the intercommunalités of a list of the dossier. A search adds one; each one chosen keeps its
 * SIREN in a control of its own, where it can still be mended.
 */
import type { Epci } from "territoires-industrie";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { find } from "../engine.js";
import { describedBy } from "../form/controls.js";
import { rowTools } from "../form/row-tools.js";
import { type MembersMoved, weightAt } from "../form/weights.js";
import { ids, isWrong, notesAt } from "../form/notes.js";
import type { View } from "../form/view.js";
import { fieldLabel } from "../i18n/fields.js";
import { page } from "../i18n/page.js";
import { focusMover, moved, put } from "../order.js";
import { tellDone } from "../toast.js";
import { epciFacts, isNumber } from "./facts.js";
import type { TiEpciSearch } from "./search.js";
import { sirenOf } from "./sirens.js";

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

  /** What is chosen, in its order, as it was given. */
  get sirens(): string[] {
    return this.chosen.map(({ siren }) => siren);
  }

  private fresh(siren: string): Chosen {
    return { key: ++this.lastKey, siren };
  }

  private name(siren: string): string {
    return find(siren)?.label ?? siren;
  }

  private async add(siren: string): Promise<void> {
    this.chosen = [...this.chosen, this.fresh(siren)];
    this.told = this.view.t(page.epciChosen, { name: this.name(siren) });
    await this.settle(1);
    const search = this.querySelector<TiEpciSearch>("ti-epci-search");
    if (search) search.text = "";
  }

  /** The last ones were given whole: what is to be said of them is said, and the page hears of them as of typing. */
  private async settle(count: number): Promise<void> {
    await this.updateComplete;
    this.dispatchEvent(new Event("input", { bubbles: true }));
    const items = [...this.querySelectorAll(".chosen > li")];
    for (const item of items.slice(items.length - count)) item.toggleAttribute("data-left", true);
  }

  private left(text: string): void {
    if (isNumber(text)) void this.add(text.trim());
  }

  /** Tells the page which member moved, so that what goes with it follows. */
  private async tellMoved(detail: MembersMoved): Promise<void> {
    await this.updateComplete;
    if (this.path === "perimeter.epcis")
      this.dispatchEvent(new CustomEvent<MembersMoved>("ti-members", { detail, bubbles: true }));
  }

  private async drop(one: Chosen): Promise<void> {
    const index = this.chosen.indexOf(one);
    const form = this.closest("form");
    const weight = form ? weightAt(form, index) : "";
    this.chosen = this.chosen.filter((other) => other !== one);
    await this.tellMoved({ from: index, to: null });
    this.querySelector<HTMLElement>("[role=combobox]")?.focus();
    tellDone(this, {
      label: page.epciRemoved,
      values: { name: this.name(one.siren) },
      undo: async () => {
        this.chosen = put(this.chosen, index, one);
        await this.tellMoved({ from: null, to: index, weight });
        this.item(one)?.querySelector("input")?.focus();
      },
    });
  }

  private item(one: Chosen): Element | null {
    return this.querySelectorAll(".chosen > li").item(this.chosen.indexOf(one));
  }

  private async move(one: Chosen, by: 1 | -1): Promise<void> {
    const from = this.chosen.indexOf(one);
    const to = from + by;
    this.chosen = moved(this.chosen, from, to);
    this.told = this.view.t(page.movedTo, { name: this.name(one.siren), n: to + 1 });
    await this.tellMoved({ from, to });
    focusMover(this.item(one), by);
  }

  /** Adds the SIREN of a list that was pasted, each once, save those that are there. */
  private paste(event: CustomEvent<string[]>): void {
    event.preventDefault();
    const there = new Set(this.sirens.map(sirenOf));
    const added = event.detail.filter((number) => {
      const siren = sirenOf(number);
      return !there.has(siren) && there.add(siren);
    });
    this.chosen = [...this.chosen, ...added.map((siren) => this.fresh(siren))];
    void this.settle(added.length);
    tellDone(this, {
      label: page.epcisPasted,
      values: { n: added.length, doubles: event.detail.length - added.length },
    });
  }

  private mend(one: Chosen, event: Event): void {
    one.siren = (event.target as HTMLInputElement).value;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const { view, path } = this;
    const { control, hint } = ids(path);
    return html`<div class="field epcis" id=${ids(path).place} data-path=${path} role="group" aria-labelledby="${control}-title">
      <h3 id="${control}-title">${view.t(fieldLabel(path).label)}</h3>
      <ol class="chosen">
        ${repeat(
          this.chosen,
          (one) => one.key,
          (one, index) => this.renderChosen(one, index),
        )}
      </ol>
      <label for=${control}>${view.t(page.epciSearch)}</label>
      <ti-epci-search
        .lang=${view.shared.lang}
        .control=${control}
        .describedby=${[hint, view.shared.notes.has(path) ? ids(path).notes : ""].join(" ").trim()}
        .suggested=${this.suggested}
        @ti-pick=${(event: CustomEvent<Epci>) => this.add(event.detail.siren)}
        @ti-paste=${this.paste}
        @ti-leave=${(event: CustomEvent<string>) => this.left(event.detail)}
      ></ti-epci-search>
      <p class="hint" id=${hint}>${view.t(page.epciHint)}</p>
      ${notesAt(view, path)}
      <p class="unseen" role="status">${this.told}</p>
    </div>`;
  }

  private renderChosen(one: Chosen, index: number): TemplateResult {
    const { view } = this;
    const path = `${this.path}.${index}`;
    const epci = find(one.siren);
    const name = epci?.label ?? view.t(page.epciUnknown);
    return html`<li class="field" id=${ids(path).place} data-path=${path}>
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
      </div>
      <div class="row-tools">
        ${rowTools(view, epci?.label ?? one.siren, index, this.chosen.length, {
          move: (by) => void this.move(one, by),
          drop: () => void this.drop(one),
        })}
      </div>
      ${notesAt(view, path)}
    </li>`;
  }
}

/** The intercommunalités of a list of the dossier. */
export const epciList = (view: View, path: string, suggested: Epci[] = []): TemplateResult =>
  html`<ti-epci-list .path=${path} .view=${view} .suggested=${suggested}></ti-epci-list>`;
