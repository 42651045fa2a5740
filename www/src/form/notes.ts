/** Messages of the report beside the fields that they speak of. */
import type { Report, Source } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import { type Tone, toneOf } from "../../elements/tone.js";
import { page } from "../i18n/page.js";
import { sourceText } from "../format.js";
import { placeId, placeOf } from "./places.js";
import type { View } from "./view.js";

export interface Note {
  tone: Tone;
  text: string;
  source: Source | null;
  /** The rule that says it. */
  rule: string | null;
}

/** The messages to show, by the path of the place that shows them. */
export class Notes {
  private readonly at = new Map<string, Note[]>();
  /** In one text, what is told at a place and at those below it. */
  private readonly below = new Map<string, string>();

  put(path: string, note: Note): void {
    const there = this.at.get(path) ?? [];
    // Several rules may wait for the same thing: it is said once.
    if (there.some(({ text }) => text === note.text)) return;
    this.at.set(path, [...there, note]);
    const told = `${path} ${note.tone} ${note.text}\n`;
    const names = path.split(".");
    const around = ["", ...names.map((_, at) => names.slice(0, at + 1).join("."))];
    for (const place of around) this.below.set(place, (this.below.get(place) ?? "") + told);
  }

  has(path: string): boolean {
    return this.at.has(path);
  }

  get(path: string): readonly Note[] | undefined {
    return this.at.get(path);
  }

  /** The same text as long as nothing else is told at this place or below it; of the whole form for `""`. */
  under(path: string): string {
    return this.below.get(path) ?? "";
  }
}

/** Places the messages: each beside the first field that it names, once the person has left it. */
export function placeNotes(report: Report): Notes {
  const notes = new Notes();
  const put = (field: string | undefined, note: Note): void => {
    const place = field === undefined ? null : placeOf(field);
    const path = place?.dataset["path"];
    if (path !== undefined && place?.hasAttribute("data-left")) notes.put(path, note);
  };
  for (const { field, message } of report.unreadable)
    put(field, { tone: "unread", text: message, source: null, rule: null });
  for (const { field, message } of report.notices) put(field, { tone: "read", text: message, source: null, rule: null });
  for (const check of report.checks) {
    if (check.level === "informative" || (check.outcome !== "unmet" && check.outcome !== "unknown")) continue;
    put(check.fields[0], { tone: toneOf(check), text: check.message, source: check.source, rule: check.rule });
  }
  return notes;
}

/** The ids of a field's parts. */
export function ids(path: string) {
  const id = path.replaceAll(".", "-");
  return { place: placeId(path), control: `f-${id}`, hint: `h-${id}`, notes: `n-${id}` };
}

/** The messages at a path, under the id that its control is described by. */
export function notesAt(view: View, path: string): TemplateResult | typeof nothing {
  const notes = view.shared.notes.get(path);
  if (!notes) return nothing;
  return html`<ul class="notes" id=${ids(path).notes}>
    ${notes.map(
      (note) => html`<li class="note" data-tone=${note.tone}>${note.text} ${whyAt(view, note.source, note.rule)}</li>`,
    )}
  </ul>`;
}

/** The source of a message, after it. */
export function sourceAt(view: View, source: Source | null): TemplateResult | typeof nothing {
  return source ? html` <span class="source">${sourceText(view.shared.lang, source)}</span>` : nothing;
}

/** Why a message is there. */
export const whyAt = (view: View, source: Source | null, rule: string | null = null): TemplateResult | typeof nothing =>
  source ? html`<ti-why .lang=${view.shared.lang} .source=${source} .rule=${rule}></ti-why>` : nothing;

/** Whether the control at a path is to be told as invalid. */
export const isWrong = (view: View, path: string): boolean =>
  (view.shared.notes.get(path) ?? []).some((note) => note.tone === "wrong" || note.tone === "unread");

/** What was typed, or how it was read, in words. */
export const typedText = (view: View, typed: string, read: string | null): string =>
  view.t(page.typed, { typed }) + (read === null ? "" : ` ${view.t(page.readAs, { read })}`);
