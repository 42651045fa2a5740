/** The table of contents: a list beside the form, a select above it on a narrow screen. */
import { html, nothing, type TemplateResult } from "lit";
import { page } from "../i18n/page.js";
import { type SectionId, sections, stepStates } from "../i18n/sections.js";
import { stepAt, stepIds } from "./steps.js";
import type { View } from "./view.js";

const marks = { blank: "", wrong: "!", todo: "●", advised: "✓", done: "✓" } as const;

/** Moves to a step, and the focus with it: the browser by itself would take the focus away from the title. */
function goTo(event: Event, id: SectionId): void {
  event.preventDefault();
  const { hash } = event.currentTarget as HTMLAnchorElement;
  if (hash !== location.hash) history.pushState(null, "", hash);
  document.getElementById(`part-${id}`)?.scrollIntoView();
  document.getElementById(`title-${id}`)?.focus({ preventScroll: true });
}

/** `current` is the step in sight. */
export function contents(view: View, current: SectionId, narrow: boolean): TemplateResult {
  const { report } = view.shared;
  const steps = stepIds.map((id, index) => {
    const step = report && stepAt(view, report, id);
    return {
      id,
      name: `${index + 1} ${view.t(sections[id])}`,
      state: step?.state ?? "blank",
      words: step ? view.t(stepStates[step.state], { n: step.left }) : "",
    };
  });
  if (narrow)
    return html`<label class="steps-select">
      <span class="unseen">${view.t(page.goToStep)}</span>
      <select
        @change=${({ target }: Event) =>
          document.getElementById(`part-${(target as HTMLSelectElement).value}`)?.scrollIntoView()}
        .value=${current}
      >
        ${steps.map(
          ({ id, name, words, state }) =>
            html`<option value=${id} ?selected=${id === current}>${name}${words ? ` – ${words}` : ""} ${marks[state]}</option>`,
        )}
      </select>
    </label>`;
  return html`<ol>
    ${steps.map(
      ({ id, name, state, words }) =>
        html`<li>
          <a
            href="#part-${id}"
            data-state=${state}
            aria-current=${id === current ? "step" : nothing}
            @click=${(event: Event) => goTo(event, id)}
            ><span>${name}</span><span class="mark" aria-hidden="true">${marks[state]}</span>
            <span class="state">${words}</span></a
          >
        </li>`,
    )}
  </ol>`;
}
