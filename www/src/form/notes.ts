/** Messages of the report beside the fields that they speak of. */
import type { Check, Report, Source } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import faq from "faq-2023";
import { page } from "../i18n/page.js";
import { fill, sourceText } from "../format.js";
import { placeOf } from "./places.js";
import type { View } from "./view.js";

/** How a message is shown: only `wrong` is in red. */
export type Tone = "wrong" | "advice" | "missing" | "unread" | "read";

export interface Note {
  tone: Tone;
  text: string;
  source: Source | null;
}

/** The messages to show, by the path of the place that shows them. */
export type Notes = ReadonlyMap<string, readonly Note[]>;

/** The tone of a check that is not met: red only where the verdict turns on it. */
export function tone(check: Check): Tone {
  if (check.outcome === "unknown") return "missing";
  return check.level === "required" ? "wrong" : "advice";
}

/** Places the messages: each beside the first field that it names, once the person has left it. */
export function placeNotes(form: HTMLElement, report: Report): Notes {
  const notes = new Map<string, Note[]>();
  const put = (field: string | undefined, note: Note): void => {
    const place = field === undefined ? null : placeOf(form, field);
    const path = place?.dataset["path"];
    if (path === undefined || !place?.hasAttribute("data-left")) return;
    const there = notes.get(path) ?? [];
    // Several rules may wait for the same thing: it is said once.
    if (!there.some(({ text }) => text === note.text)) notes.set(path, [...there, note]);
  };
  for (const { field, message } of report.unreadable)
    put(field, { tone: "unread", text: message, source: null });
  for (const { field, message } of report.notices) put(field, { tone: "read", text: message, source: null });
  for (const check of report.checks) {
    if (check.level === "informative" || (check.outcome !== "unmet" && check.outcome !== "unknown")) continue;
    put(check.fields[0], { tone: tone(check), text: check.message, source: check.source });
  }
  return notes;
}

const idOf = (path: string): string => path.replaceAll(".", "-");

/** The ids of a field's parts. */
export const ids = (path: string) => ({
  control: `f-${idOf(path)}`,
  hint: `h-${idOf(path)}`,
  notes: `n-${idOf(path)}`,
});

/** The messages at a path, under the id that its control is described by. */
export function notesAt(view: View, path: string): TemplateResult | typeof nothing {
  const notes = view.shared.notes.get(path);
  if (!notes) return nothing;
  return html`<ul class="notes" id=${ids(path).notes}>
    ${notes.map(
      (note) => html`<li class="note" data-tone=${note.tone}>${note.text} ${whyAt(view, note.source)}</li>`,
    )}
  </ul>`;
}

/** The source of a message, after it. */
export function sourceAt(view: View, source: Source | null): TemplateResult | typeof nothing {
  return source ? html` <span class="source">${sourceText(view.shared.lang, source)}</span>` : nothing;
}

/** Why a message is there: the paragraph of the FAQ and what it is about, or that it is a check of the entry. */
export function whyAt(view: View, source: Source | null): TemplateResult | typeof nothing {
  if (!source) return nothing;
  const { lang } = view.shared;
  const section = faq.find(({ section }) => section === source.section && source.document === "faq-2023");
  return html`<span class="why"
    >${view.t(page.why)} ${sourceText(lang, source)}${section ? view.t(page.whyTitle, { title: section.title[lang] }) : nothing}</span
  >`;
}

/** Whether the control at a path is to be told as invalid. */
export const isWrong = (view: View, path: string): boolean =>
  (view.shared.notes.get(path) ?? []).some((note) => note.tone === "wrong" || note.tone === "unread");

/** What was typed, or how it was read, in words. */
export const typedText = (view: View, typed: string, read: string | null): string =>
  fill(view.t(page.typed), { typed }) + (read === null ? "" : ` ${fill(view.t(page.readAs), { read })}`);
