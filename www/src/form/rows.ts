/** `<ti-rows>`: a list of rows to add, move, duplicate and remove; each row's controls are named by its number. */
import { html, LitElement, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { say } from "../format.js";
import type { Label } from "../i18n/lang.js";
import { page } from "../i18n/page.js";
import { fields } from "../i18n/fields.js";
import { lists, type ListPath } from "../i18n/sections.js";
import { focusMover, moved, put } from "../order.js";
import { tellDone } from "../toast.js";
import { ids, notesAt } from "./notes.js";
import { leaveAnswered } from "./places.js";
import { rowTools } from "./row-tools.js";
import type { View } from "./view.js";

interface Row {
  key: number;
  seed: unknown;
}

/** What a loaded row holds that the form has no control for: it goes where its row goes. */
function besideRow(list: ListPath, seed: unknown): [string, string][] {
  const leaves = (value: unknown, path: string): [string, string][] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, below]) => leaves(below, `${path}.${key}`))
      : [[path, String(value ?? "")]];
  if (typeof seed !== "object" || seed === null) return [];
  const unknown = Object.entries(seed).filter(([key]) => !(`${list}.*.${key}` in fields));
  return unknown.flatMap(([key, value]) => leaves(value, key));
}

export class TiRows extends LitElement {
  static override properties = {
    path: {},
    view: { attribute: false },
    row: { attribute: false },
    blank: { attribute: false },
    duplicates: { attribute: false },
    reads: { attribute: false },
  };

  declare path: ListPath;
  declare view: View;
  /** The controls of one row. */
  declare row: (view: View) => unknown;
  /** How many rows stand there when nothing was loaded. */
  declare blank: number;
  declare duplicates: boolean;
  /** What the row at a path shows besides its number, the members and its messages. */
  declare reads: (view: View, path: string) => unknown[];

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

  /** The rows change, and are painted before anything else is done. */
  private async become(rows: Row[]): Promise<void> {
    this.rows = rows;
    this.requestUpdate();
    await this.updateComplete;
  }

  private fieldset(row: Row | undefined): HTMLElement | null {
    const index = row ? this.rows.indexOf(row) : -1;
    return index < 0 ? null : this.querySelector(`[data-path="${CSS.escape(`${this.path}.${index}`)}"]`);
  }

  private focusRow(row: Row): void {
    this.fieldset(row)?.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }

  /** What a row holds now, as it was given. */
  private given(row: Row): unknown {
    const at = `${this.path}.${this.rows.indexOf(row)}`.split(".");
    return at.reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key] ?? null, this.view.shared.current());
  }

  private name(row: Row): Label {
    const { row: label } = lists[this.path];
    const n = this.rows.indexOf(row) + 1;
    return { fr: say("fr", label, { n }), en: say("en", label, { n }) };
  }

  private async add(): Promise<void> {
    const row = this.fresh(null);
    await this.become([...this.rows, row]);
    this.focusRow(row);
  }

  private async duplicate(row: Row): Promise<void> {
    const copy = this.fresh(this.given(row));
    await this.become(put(this.rows, this.rows.indexOf(row) + 1, copy));
    leaveAnswered(this.fieldset(copy) ?? this);
    this.focusRow(copy);
    tellDone(this, { label: page.rowDuplicated, values: { name: this.name(row) }, undo: () => void this.drop(copy) });
  }

  private async move(row: Row, by: 1 | -1): Promise<void> {
    const from = this.rows.indexOf(row);
    tellDone(this, { label: page.movedTo, values: { name: this.name(row), n: from + by + 1 } });
    await this.become(moved(this.rows, from, from + by));
    focusMover(this.fieldset(row), by);
  }

  private async drop(row: Row): Promise<void> {
    const index = this.rows.indexOf(row);
    const back = this.fresh(this.given(row));
    tellDone(this, {
      label: page.rowRemoved,
      values: { name: this.name(row) },
      undo: async () => {
        await this.become(put(this.rows, index, back));
        leaveAnswered(this.fieldset(back) ?? this);
        this.focusRow(back);
      },
    });
    await this.become(this.rows.filter((one) => one !== row));
    const next = this.fieldset(this.rows[Math.min(index, this.rows.length - 1)]);
    (next?.querySelector<HTMLElement>(":scope > .row-tools button.remove") ?? this.querySelector<HTMLElement>(".add"))?.focus();
  }

  protected override render(): TemplateResult {
    const { view, path } = this;
    const { title, add } = lists[path];
    const heading = `${ids(path).control}-title`;
    return html`<div class="rows" role="group" aria-labelledby=${heading} id=${ids(path).place} data-path=${path}>
      <h3 id=${heading}>${view.t(title)}</h3>
      ${notesAt(view, path)}
      ${repeat(
        this.rows,
        (row) => row.key,
        (row, index) => {
          const at = `${path}.${index}`;
          const { lang, members, notes } = view.shared;
          return guard([lang, members, index, this.rows.length, notes.under(at), ...this.reads(view, at)], () =>
            this.renderRow(row, index),
          );
        },
      )}
      <button type="button" class="add" @click=${this.add}>${view.t(add)}</button>
    </div>`;
  }

  private renderRow(row: Row, index: number): TemplateResult {
    const { view } = this;
    const at = `${this.path}.${index}`;
    const name = view.t(this.name(row));
    return html`<fieldset class="row" id=${ids(at).place} data-path=${at}>
      <legend>${name}</legend>
      <div class="grid">${this.row(view.row(at, row.seed))}</div>
      ${notesAt(view, at)}
      ${besideRow(this.path, row.seed).map(([key, text]) => html`<input type="hidden" name="${at}.${key}" value=${text} />`)}
      <div class="row-tools">
        ${rowTools(view, name, index, this.rows.length, {
          move: (by) => void this.move(row, by),
          drop: () => void this.drop(row),
          ...(this.duplicates ? { duplicate: () => void this.duplicate(row) } : {}),
        })}
      </div>
    </fieldset>`;
  }
}

interface RowsOptions {
  /** How many rows stand there when nothing was loaded. */
  blank?: number;
  /** Whether a row can be duplicated. */
  duplicates?: boolean;
  /** What a row shows besides its number, the members and its messages. */
  reads?: (view: View, path: string) => unknown[];
}

/** A list of rows of the form. */
export const rows = (
  view: View,
  path: ListPath,
  row: (view: View) => unknown,
  { blank = 0, duplicates = false, reads = () => [] }: RowsOptions = {},
): TemplateResult =>
  html`<ti-rows .path=${path} .view=${view} .row=${row} .blank=${blank} .duplicates=${duplicates} .reads=${reads}></ti-rows>`;
