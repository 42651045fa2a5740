/** The custom weights of the split: one for each member, which follows its member about. */
import { html, type TemplateResult } from "lit";
import { hintAt } from "./controls.js";
import { ids, isWrong, notesAt } from "./notes.js";
import type { View } from "./view.js";

export const SPLIT_WEIGHTS = "chef_de_projet.split.weights";

/** What became of a row of `perimeter.epcis`: `to` is null when it was removed, `from` null when it came back. */
export interface MembersMoved {
  from: number | null;
  to: number | null;
  /** The weight of a member that comes back. */
  weight?: string;
}

const controls = (form: HTMLElement): HTMLInputElement[] => [
  ...form.querySelectorAll<HTMLInputElement>(`input[name^="${SPLIT_WEIGHTS}."]`),
];

/** The weight typed for a member. */
export const weightAt = (form: HTMLElement, index: number): string => controls(form)[index]?.value ?? "";

/** The weights as they stand once their members have moved. */
export function movedWeights(form: HTMLElement, { from, to, weight = "" }: MembersMoved): string[] {
  const values = controls(form).map(({ value }) => value);
  const [moved = weight] = from === null ? [] : values.splice(from, 1);
  if (to !== null) values.splice(to, 0, moved);
  return values;
}

export function writeWeights(form: HTMLElement, values: string[]): void {
  for (const [index, input] of controls(form).entries()) input.value = values[index] ?? "";
}

/** A weight for each row of the members, in their order. */
export function weights(view: View): TemplateResult {
  const count = Math.max(view.shared.members.length, view.rows(SPLIT_WEIGHTS).length);
  const weight = (_: unknown, index: number): TemplateResult => {
    const path = `${SPLIT_WEIGHTS}.${index}`;
    const name = view.shared.members[index]?.label ?? String(index + 1);
    return html`<div class="field short" id=${ids(path).place} data-path=${path}>
      <label for=${ids(path).control}>${name}</label>
      <input
        id=${ids(path).control}
        name=${path}
        inputmode="numeric"
        autocomplete="off"
        value=${view.text(path)}
        aria-describedby=${ids(SPLIT_WEIGHTS).hint}
        aria-invalid=${isWrong(view, path) ? "true" : "false"}
      />
      ${notesAt(view, path)}
    </div>`;
  };
  return html`<div id=${ids(SPLIT_WEIGHTS).place} data-path=${SPLIT_WEIGHTS}>
    ${hintAt(view, SPLIT_WEIGHTS)}
    <div class="grid">${Array.from({ length: count }, weight)}</div>
    ${notesAt(view, SPLIT_WEIGHTS)}
  </div>`;
}
