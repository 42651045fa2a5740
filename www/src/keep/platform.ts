/** The way to the form platform: the link that begins the procedure, and what stays behind. */
import type { Dossier } from "territoires-industrie";
import type { PrefillLink } from "../../platform/pkg/territoires_industrie_platform.js";
import { html, nothing, type TemplateResult } from "lit";
import { levels } from "../form/chef-de-projet.js";
import { yesOrNo } from "../form/controls.js";
import { nameOf } from "../form/names.js";
import type { View } from "../form/view.js";
import { keep } from "../i18n/keep.js";
import type { Label } from "../i18n/lang.js";
import { type Choice, wordsAt } from "../i18n/words.js";

export interface PlatformAnswers {
  choose(file: File): void;
  go(path: string): void;
}

type Ready = Extract<PrefillLink, { url: string }>;

const ATTACHED = ["piece_justificative", "titre_identite"];

function part(view: View, title: Label, items: TemplateResult[], open = true): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<details ?open=${open}>
    <summary>${view.t(title, { n: items.length })}</summary>
    <ul>
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>
  </details>`;
}

/** `found` is null before a mapping file was read. */
export function platform(view: View, found: PrefillLink | null, dossier: Dossier, answers: PlatformAnswers): TemplateResult {
  const choose = html`<p class="field">
    <label for="mapping-file">${view.t(found?.url ? keep.mappingOther : keep.mappingFile)}</label>
    <input
      id="mapping-file"
      type="file"
      accept=".json,application/json"
      @change=${({ target }: Event) => {
        const input = target as HTMLInputElement;
        const file = input.files?.[0];
        input.value = "";
        if (file) answers.choose(file);
      }}
    />
  </p>`;
  if (found === null) return html`<p>${view.t(keep.mappingText)}</p>${choose}`;
  if (found.url === null)
    return html`<div role="alert">
        <p>${view.t(keep.mappingWrong)}</p>
        <ul>
          ${found.problems.slice(0, 20).map((problem) => html`<li>${problem}</li>`)}
        </ul>
      </div>
      ${choose}`;
  return html`${ready(view, found, dossier, answers)} ${choose}`;
}

function ready(view: View, found: Ready, dossier: Dossier, { go }: PlatformAnswers): TemplateResult {
  const { host } = new URL(found.url);
  const { sent, left_out, to_fill } = found;
  const to = (field: string): TemplateResult =>
    html`<button type="button" class="link" @click=${() => go(field)}>${nameOf(view, field)}</button>`;
  const behind = left_out.filter(({ why }) => why !== "unmatched" && why !== "too_long");
  return html`<p class="note" data-tone="advice">
      ${sent.length ? view.t(keep.sends, { host, n: sent.length }) : view.t(keep.nothingSent)}
    </p>
    <label for="platform-link">${view.t(keep.platformLink)}</label>
    <input
      id="platform-link"
      readonly
      aria-describedby="platform-length"
      .value=${found.url}
      @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
    />
    <p id="platform-length" class="hint">${view.t(keep.linkLength, { length: found.length, limit: found.limit })}</p>
    <p>
      <a class="open" href=${found.url} target="_blank" rel="noopener noreferrer">${view.t(keep.openPlatform, { host })}</a>
    </p>
    ${part(view, keep.tooLong, left_out.filter(({ why }) => why === "too_long").map(({ field }) => to(field)))}
    ${part(view, keep.leftOut, behind.map(({ field, message }) => html`${to(field)} – ${message}`))}
    ${part(
      view,
      keep.toFill,
      to_fill.map(({ label, type, required }) => {
        const notes = [required ? view.t(keep.mandatory) : "", ATTACHED.includes(type) ? view.t(keep.attach) : ""];
        const told = notes.filter(Boolean).join(", ");
        return html`${label}${told ? ` (${told})` : nothing}`;
      }),
    )}
    ${part(view, keep.sent, sent.map(({ field, label }) => html`${view.t(keep.sentAs, { label, value: valueAt(view, dossier, field) })}`), false)}
    ${part(view, keep.unmatched, left_out.filter(({ why }) => why === "unmatched").map(({ field }) => to(field)), false)}`;
}

/** The choices that the form gives at a path. */
function choicesAt(view: View, path: string): readonly Choice[] {
  if (path === "chef_de_projet.fragility_level") return levels(view);
  if (path === "chef_de_projet.scale") return view.shared.scales.map(({ id, label }) => [id, label]);
  return [...wordsAt(path), ...yesOrNo];
}

/** What stands at a path, in the words of the form. */
function valueAt(view: View, dossier: Dossier, path: string): string {
  const at = (value: unknown, key: string): unknown => (value as Record<string, unknown> | null | undefined)?.[key];
  const value = path.split(".").reduce<unknown>(at, dossier);
  const choices = choicesAt(view, path);
  const told = (one: unknown): string => {
    const text = String(one ?? "");
    const label = choices.find(([word]) => word === text)?.[1];
    return label ? view.t(label) : text;
  };
  return Array.isArray(value) ? value.map(told).join(", ") : told(value);
}
