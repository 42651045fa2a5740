/** What is asked before a dossier leaves, comes in or goes away. What comes from a link is shown as text only. */
import type { Dossier } from "territoires-industrie";
import type { PrefillLink } from "../../platform/pkg/territoires_industrie_platform.js";
import { html, nothing, type TemplateResult } from "lit";
import { dayTime, whole } from "../format.js";
import type { View } from "../form/view.js";
import { keep } from "../i18n/keep.js";
import { MAX_FILE, namesIn, type Problem } from "./file.js";
import { MAX_LINK, MAX_ROWS } from "./link.js";
import { platform } from "./platform.js";
import type { Other } from "./store.js";

export type Question =
  | { kind: "save" }
  | { kind: "forget"; gone: Other[] }
  | { kind: "share"; link: string | null }
  | { kind: "link"; dossier: Dossier; size: number }
  | { kind: "damaged" }
  | { kind: "platform"; found: PrefillLink | null }
  | { kind: "failed"; problem: Problem };

export interface Answers {
  close(): void;
  save(): void;
  forget(gone: Other[]): void;
  copy(): void;
  open(dossier: Dossier): void;
  /** Takes a mapping file. */
  choose(file: File): void;
  /** Closes the dialog and moves the focus to a field. */
  go(path: string): void;
}

const SHOWN_NAMES = 6;

function namesText(view: View, dossier: Dossier): TemplateResult {
  const all = namesIn(dossier);
  if (all.length === 0) return html`<p>${view.t(keep.noNames)}</p>`;
  const shown = all.slice(0, SHOWN_NAMES).join(", ");
  const names =
    all.length > SHOWN_NAMES ? view.t(keep.andMore, { names: shown, n: all.length - SHOWN_NAMES }) : shown;
  return html`<p><strong>${view.t(keep.names, { names })}</strong></p>`;
}

const button = (text: string, action: string, click: () => void): TemplateResult =>
  html`<button type="button" data-answer=${action} @click=${click}>${text}</button>`;

const frame = (title: string, body: unknown, buttons: TemplateResult[]): TemplateResult =>
  html`<h2 id="title-question">${title}</h2>
    ${body}
    <div class="answers">${buttons}</div>`;

/** What another dossier that is kept is called, and when it was. */
export const otherValues = (view: View, { dossier, at }: Other) => ({
  name: String(dossier.territory_name ?? "").trim().slice(0, 80) || view.t(keep.unnamed),
  when: dayTime(view.shared.lang, new Date(at)),
});

function alsoGone(view: View, gone: Other[]): TemplateResult | typeof nothing {
  if (gone.length === 0) return nothing;
  return html`<p>${view.t(keep.forgetOthers)}</p>
    <ul>
      ${gone.map((other) => html`<li>${view.t(keep.other, otherValues(view, other))}</li>`)}
    </ul>`;
}

const kilobytes = (view: View, bytes: number): string => whole(view.shared.lang, Math.max(1, Math.round(bytes / 1000)));

/** The question in its dialog; `dossier` is the one on the page. */
export function questionText(view: View, question: Question, dossier: Dossier, answers: Answers): TemplateResult {
  const cancel = button(view.t(keep.cancel), "cancel", answers.close);
  const close = button(view.t(keep.close), "close", answers.close);
  const save = button(view.t(keep.saveNow), "save", answers.save);
  switch (question.kind) {
    case "save":
      return frame(view.t(keep.saveAsk), html`${namesText(view, dossier)}<p>${view.t(keep.saveText)}</p>`, [save, cancel]);
    case "forget":
      return frame(view.t(keep.forgetAsk), html`<p>${view.t(keep.forgetText)}</p>${alsoGone(view, question.gone)}`, [
        button(view.t(keep.forget), "forget", () => answers.forget(question.gone)),
        cancel,
      ]);
    case "share":
      return share(view, question.link, dossier, answers, [save, close]);
    case "link":
      return frame(view.t(keep.linkAsk), shared(view, question), [
        button(view.t(keep.linkOpen), "open", () => answers.open(question.dossier)),
        button(view.t(keep.linkRefuse), "cancel", answers.close),
      ]);
    case "platform": {
      const { url } = question.found ?? { url: null };
      return frame(view.t(keep.platformTitle), platform(view, question.found, dossier, answers), [
        ...(url ? [button(view.t(keep.copy), "copy", answers.copy)] : []),
        close,
      ]);
    }
    case "damaged":
      return frame(view.t(keep.linkDamaged), html`<p>${view.t(keep.linkDamagedText)}</p>`, [close]);
    case "failed": {
      const limit = question.problem === "tooBig" ? kilobytes(view, MAX_FILE) : whole(view.shared.lang, MAX_ROWS);
      return frame(
        view.t(keep.openFailed),
        html`<p>${view.t(keep[question.problem], { limit })} ${view.t(keep.unchanged)}</p>`,
        [close],
      );
    }
  }
}

function share(view: View, link: string | null, dossier: Dossier, answers: Answers, [save, close]: TemplateResult[]): TemplateResult {
  const { lang } = view.shared;
  const fits = link !== null && link.length <= MAX_LINK;
  const limits = { limit: whole(lang, MAX_LINK), rows: whole(lang, MAX_ROWS) };
  const body = fits
    ? html`<p>${view.t(keep.shareText)}</p>
        <label for="share-link">${view.t(keep.link)}</label>
        <input id="share-link" readonly .value=${link} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />`
    : html`<p class="note" data-tone="advice">${view.t(keep.linkTooLong, limits)}</p>`;
  const buttons = [fits ? button(view.t(keep.copy), "copy", answers.copy) : save, close].filter((one) => one !== undefined);
  return frame(view.t(keep.shareAsk), html`${namesText(view, dossier)}${body}`, buttons);
}

const count = (rows: unknown): number => (Array.isArray(rows) ? rows.length : 0);

function shared(view: View, { dossier, size }: { dossier: Dossier; size: number }): TemplateResult | typeof nothing {
  const given: unknown = dossier.territory_name;
  const name = typeof given === "string" && given.trim() ? given.trim().slice(0, 200) : view.t(keep.unnamed);
  const { lang } = view.shared;
  return html`<p>
      ${view.t(keep.linkSays, {
        name,
        members: whole(lang, count(dossier.perimeter?.epcis)),
        actions: whole(lang, count(dossier.action_plan?.actions)),
        size: kilobytes(view, size),
      })}
    </p>
    <p>${view.t(keep.linkReplaces)}</p>`;
}
