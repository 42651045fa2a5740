/** The controls of the form. Each is named by its path in the dossier: the engine reads it from there. */
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { both } from "../i18n/lang.js";
import { fieldLabel } from "../i18n/fields.js";
import { page } from "../i18n/page.js";
import { type Choice, wordsAt } from "../i18n/words.js";
import { ids, isWrong, notesAt } from "./notes.js";
import type { View } from "./view.js";

interface TextOptions {
  /** A day or a month that was loaded as `2023-09-15` is shown as `15/09/2023`. */
  date?: boolean;
  /** A short field, such as a number. */
  short?: boolean;
  inputmode?: "numeric" | "decimal" | "email" | "tel";
  autocomplete?: "name" | "email" | "tel" | "organization-title";
}

/** What describes a control: its hint and its messages. */
export function describedBy(view: View, path: string): string | typeof nothing {
  const { hint, notes } = ids(path);
  const parts = [fieldLabel(path).hint ? hint : "", view.shared.notes.has(path) ? notes : ""].filter(Boolean);
  return parts.length ? parts.join(" ") : nothing;
}

/** The hint of a field. */
export function hintAt(view: View, path: string): TemplateResult | typeof nothing {
  const { hint } = fieldLabel(path);
  return hint ? html`<p class="hint" id=${ids(path).hint}>${view.t(hint)}</p>` : nothing;
}

/** A label, its hint, its control and its messages. */
export function field(view: View, path: string, control: TemplateResult, short = false): TemplateResult {
  return html`<div class="field ${short ? "short" : ""}" id=${ids(path).place} data-path=${path}>
    <label for=${ids(path).control}>${view.t(fieldLabel(path).label)}</label>
    ${control} ${hintAt(view, path)} ${notesAt(view, path)}
  </div>`;
}

/** A group of controls that share one name. */
function choiceGroup(view: View, path: string, controls: unknown): TemplateResult {
  return html`<fieldset class="field choice" id=${ids(path).place} data-path=${path} aria-describedby=${describedBy(view, path)}>
    <legend>${view.t(fieldLabel(path).label)}</legend>
    <div class="choices">${controls}</div>
    ${hintAt(view, path)} ${notesAt(view, path)}
  </fieldset>`;
}

const frenchDate = (text: string): string =>
  text.replace(/^(\d{4})-(\d\d)(?:-(\d\d))?$/, (_, year: string, month: string, day?: string) =>
    [day, month, year].filter(Boolean).join("/"),
  );

/** A line of text. */
export function line(view: View, name: string, options: TextOptions = {}): TemplateResult {
  const path = view.path(name);
  const first = view.text(name);
  return field(
    view,
    path,
    html`<input
      id=${ids(path).control}
      name=${path}
      value=${options.date ? frenchDate(first) : first}
      inputmode=${options.inputmode ?? nothing}
      autocomplete=${options.autocomplete ?? "off"}
      aria-describedby=${describedBy(view, path)}
      aria-invalid=${isWrong(view, path) ? "true" : nothing}
    />`,
    options.short,
  );
}

/** A text of a few lines. */
export function area(view: View, name: string): TemplateResult {
  const path = view.path(name);
  return field(
    view,
    path,
    html`<textarea
      id=${ids(path).control}
      name=${path}
      rows="3"
      .defaultValue=${view.text(name)}
      aria-describedby=${describedBy(view, path)}
      aria-invalid=${isWrong(view, path) ? "true" : nothing}
    ></textarea>`,
  );
}

/** One word of a list; the first choice is not to answer. */
export function choose(view: View, name: string, choices = wordsAt(view.path(name))): TemplateResult {
  const path = view.path(name);
  const first = view.text(name);
  return field(
    view,
    path,
    html`<select
      id=${ids(path).control}
      name=${path}
      aria-describedby=${describedBy(view, path)}
      aria-invalid=${isWrong(view, path) ? "true" : nothing}
    >
      <option value="">${view.t(page.notAnswered)}</option>
      ${repeat(
        choices,
        ([word]) => word,
        ([word, label]) => html`<option value=${word} ?selected=${word === first}>${view.t(label)}</option>`,
      )}
    </select>`,
    true,
  );
}

export const yesOrNo: readonly Choice[] = [
  ["true", page.yes],
  ["false", page.no],
];

/** Yes, no or not answered. */
export function yesNo(view: View, name: string): TemplateResult {
  const path = view.path(name);
  const first = view.text(name);
  const choices: readonly Choice[] = [...yesOrNo, ["", page.notAnswered]];
  return choiceGroup(
    view,
    path,
    choices.map(
      ([word, label]) =>
        html`<label>
          <input type="radio" name=${path} value=${word} ?checked=${word === first} />${view.t(label)}
        </label>`,
    ),
  );
}

/** The same within a row: radios would meet those of another row while rows are numbered again. */
export const yesNoInRow = (view: View, name: string): TemplateResult => choose(view, name, yesOrNo);

/** Several words of a list. */
export function several(view: View, name: string): TemplateResult {
  const path = view.path(name);
  const first = view.rows(name);
  return choiceGroup(
    view,
    path,
    wordsAt(path).map(
      ([word, label]) =>
        html`<label>
          <input
            type="checkbox"
            name=${path}
            value=${word}
            ?checked=${first.includes(word)}
          />${view.t(label)}
        </label>`,
    ),
  );
}

/** A part that most dossiers do not need: folded unless it holds something or a message points at it. */
export function fold(
  view: View,
  title: ReturnType<typeof both>,
  names: string[],
  body: unknown,
): TemplateResult {
  const open = names.some((name) => view.given(name) || view.concerned(view.path(name)));
  return html`<details class="fold" ?open=${open}>
    <summary>${view.t(title)}</summary>
    ${body}
  </details>`;
}

/** Controls that belong together, under a title. */
export function group(view: View, title: ReturnType<typeof both>, body: unknown): TemplateResult {
  return html`<fieldset class="group">
    <legend>${view.t(title)}</legend>
    ${body}
  </fieldset>`;
}
