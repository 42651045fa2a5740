/** `<ti-rows>`: a list of rows that can be added and removed; each row's controls are named by its number. */
import { html, LitElement, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { page } from "../i18n/page.js";
import { lists, type ListPath } from "../i18n/sections.js";
import { ids, notesAt } from "./notes.js";
import type { View } from "./view.js";

interface Row {
  key: number;
  seed: unknown;
}

export class TiRows extends LitElement {
  static override properties = {
    path: {},
    view: { attribute: false },
    row: { attribute: false },
    blank: { type: Number },
  };

  declare path: ListPath;
  declare view: View;
  /** The controls of one row. */
  declare row: (view: View) => unknown;
  /** How many rows stand there when nothing was loaded. */
  declare blank: number;

  private rows: Row[] = [];
  private lastKey = 0;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const seeds = this.view.rows(this.path);
    this.rows = (seeds.length ? seeds : Array<unknown>(this.blank ?? 0).fill(null)).map((seed) =>
      this.fresh(seed),
    );
  }

  private fresh(seed: unknown): Row {
    return { key: ++this.lastKey, seed };
  }

  private async add(): Promise<void> {
    this.rows = [...this.rows, this.fresh(null)];
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>(".row:last-of-type :is(input, select, textarea)")?.focus();
  }

  private async drop(row: Row): Promise<void> {
    this.rows = this.rows.filter((one) => one !== row);
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>(".add")?.focus();
  }

  protected override render(): TemplateResult {
    const { view, path } = this;
    const { title, row: name, add } = lists[path];
    const heading = `${ids(path).control}-title`;
    return html`<div class="rows" role="group" aria-labelledby=${heading} data-path=${path}>
      <h3 id=${heading}>${view.t(title)}</h3>
      ${notesAt(view, path)}
      ${repeat(
        this.rows,
        (row) => row.key,
        (row, index) => {
          const at = `${path}.${index}`;
          const called = view.t(name, { n: index + 1 });
          return html`<fieldset class="row" data-path=${at}>
            <legend>${called}</legend>
            <div class="grid">${this.row(view.row(at, row.seed))}</div>
            ${notesAt(view, at)}
            <button type="button" class="quiet" @click=${() => this.drop(row)}>
              ${view.t(page.remove)}<span class="unseen"> : ${called}</span>
            </button>
          </fieldset>`;
        },
      )}
      <button type="button" class="add" @click=${this.add}>${view.t(add)}</button>
    </div>`;
  }
}

/** A list of rows of the form. */
export const rows = (view: View, path: ListPath, row: (view: View) => unknown, blank = 0): TemplateResult =>
  html`<ti-rows .path=${path} .view=${view} .row=${row} .blank=${blank}></ti-rows>`;
