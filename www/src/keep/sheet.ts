/** The summary on paper: the answer, the checks, the plan, what is still to obtain; marked as a simulation. */
import type { Check, Dossier, Epci, Report } from "territoires-industrie";
import { html, nothing, type TemplateResult } from "lit";
import { obstacles } from "../../elements/obstacles.js";
import { dayText, sourceText, today, whole } from "../format.js";
import { nameOf } from "../form/names.js";
import { typedText } from "../form/notes.js";
import type { View } from "../form/view.js";
import { fields } from "../i18n/fields.js";
import { sheet } from "../i18n/keep.js";
import type { Label } from "../i18n/lang.js";
import { outcomes, page, statuses, verdicts } from "../i18n/page.js";
import { words } from "../i18n/words.js";
import { fundersTable, keyFigures, membersTable, stepSource, yearsTable } from "../studio/tables.js";

const concerns = ({ outcome, level }: Check): boolean => outcome !== "not_applicable" && level !== "informative";

/** The members, each once; as typed when the directory does not have them. */
export function membersOf(members: (Epci | null)[], dossier: Dossier): { name: string; epci: Epci | null }[] {
  const typed = dossier.perimeter?.epcis ?? [];
  const all = members.map((epci, row) => ({ name: epci?.label ?? String(typed[row] ?? "").trim(), epci }));
  return all.filter(({ name }, row) => name && all.findIndex((other) => other.name === name) === row);
}

/** What was chosen from a list, as people read it. */
const wordOf = (view: View, path: keyof typeof words, chosen: unknown): string =>
  view.t(words[path].find(([word]) => word === chosen)?.[1] ?? page.notAnswered);

export function printSheet(view: View, report: Report, dossier: Dossier): TemplateResult {
  const { lang, members } = view.shared;
  const apart = report.verdict_apart_from_window;
  const territory = String(dossier.territory_name ?? "").trim() || "–";
  return html`<article id="sheet" lang=${lang}>
    <h1>${view.t(sheet.title)} – Territoires d'industrie</h1>
    <p class="mark">${view.t(sheet.mark)} ${view.t(page.disclaimer)}</p>
    <dl>
      <div><dt>${view.t(sheet.territory)}</dt><dd>${territory}</dd></div>
      <div><dt>${view.t(fields.kind.label)}</dt><dd>${wordOf(view, "kind", dossier.kind)}</dd></div>
      <div><dt>${view.t(sheet.madeOn)}</dt><dd>${dayText(lang, today())}</dd></div>
      <div><dt>${view.t(sheet.asOf)}</dt><dd>${dayText(lang, report.day)}</dd></div>
    </dl>
    <h2>${view.t(sheet.answer)}</h2>
    <p>
      ${apart === report.verdict ? nothing : html`${view.t(page.calendarApart)} `}<strong>${view.t(verdicts[apart])}</strong> –
      ${view.t(page.progress, report.progress)}
    </p>
    <h2>${view.t(sheet.members)}</h2>
    <ul>
      ${membersOf(members, dossier).map(({ name, epci }) =>
        epci
          ? html`<li>${name}, ${whole(lang, epci.population)} ${view.t(page.inhabitants)} (${epci.siren})</li>`
          : html`<li>${name} (${view.t(sheet.notInDirectory)})</li>`,
      )}
    </ul>
    <h2>${view.t(sheet.checks)}</h2>
    ${checks(view, report)} ${entries(view, page.unreadable, report.unreadable)} ${entries(view, page.notices, report.notices)}
    ${plan(view, report)}
    <h2>${view.t(sheet.attach)}</h2>
    ${pending(view, report, dossier)} ${closing(view, report)}
  </article>`;
}

function checks(view: View, report: Report): TemplateResult {
  return html`<table class="checks">
    <thead>
      <tr>
        <th scope="col">${view.t(sheet.check)}</th>
        <th scope="col">${view.t(sheet.source)}</th>
        <th scope="col">${view.t(sheet.outcome)}</th>
      </tr>
    </thead>
    <tbody>
      ${report.checks.filter(concerns).map(
        (check) =>
          html`<tr>
            <td>${check.message}${check.level === "recommended" ? ` (${view.t(page.advised)})` : nothing}</td>
            <td>${check.source.document === "coherence" ? view.t(sheet.ofEntry) : sourceText(view.shared.lang, check.source)}</td>
            <td>${view.t(outcomes[check.outcome])}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** What was typed and not read, or read as something else. */
function entries(
  view: View,
  title: Label,
  all: { field: string; typed: string; message: string; read_as?: string }[],
): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<h3>${view.t(title)}</h3>
    <ul>
      ${all.map(
        ({ field, typed, message, read_as }) =>
          html`<li>${nameOf(view, field)} – ${message} ${typedText(view, typed, read_as ?? null)}</li>`,
      )}
    </ul>`;
}

/** What the rules wait for, and the letters of an application: those to attach, those still to sign. */
function pending(view: View, report: Report, dossier: Dossier): TemplateResult {
  // The window of filing is no paper to attach.
  const steps = report.next_steps.filter((id) => id !== "C1").flatMap((id) => report.checks.find(({ rule }) => rule === id)?.message ?? []);
  const asked = report.checks.some(({ rule, outcome }) => rule === "G5" && outcome !== "not_applicable");
  const letters = (asked ? (dossier.governance?.letters ?? []) : []).flatMap((letter) => {
    if (!letter || letter.status === "declined") return [];
    const status = letter.status === "signed" ? view.t(sheet.signed) : wordOf(view, "governance.letters.*.status", letter.status);
    const who = [letter.signatory, letter.organisation].filter(Boolean).join(", ") || "–";
    return [view.t(sheet.letter, { who, status })];
  });
  const all = [...new Set([...steps, ...letters])];
  return all.length === 0
    ? html`<p>${view.t(sheet.nothingToAttach)}</p>`
    : html`<ul>${all.map((one) => html`<li>${one}</li>`)}</ul>`;
}

function plan(view: View, report: Report): TemplateResult | typeof nothing {
  const plan = report.funding;
  if (!plan)
    return html`<h2>${view.t(sheet.plan)}</h2>
      <p>${view.t(page.noPlan)}</p>
      <ul>
        ${obstacles(report.checks).map(({ message }) => html`<li>${message}</li>`)}
      </ul>`;
  const tables = { view, plan, asked: null, ask: null };
  return html`<h2>${view.t(sheet.plan)}</h2>
    ${yearsTable(tables)} ${fundersTable(tables)} ${membersTable(tables, null)} ${keyFigures(view, plan)}
    <h3>${view.t(sheet.how)}</h3>
    <ol>
      ${plan.steps.map(({ sentence, source }) => html`<li>${sentence} [${stepSource(view, source)}]</li>`)}
    </ol>`;
}

function closing(view: View, report: Report): TemplateResult {
  const { lang, scales } = view.shared;
  const scale = scales.find(({ id }) => id === report.scale);
  const sources = new Set(
    [...report.checks.filter(concerns), ...(report.funding?.steps ?? [])]
      .map(({ source }) => source)
      .filter(({ document }) => document !== "coherence")
      .map((source) => sourceText(lang, source)),
  );
  return html`<h2>${view.t(sheet.sources)}</h2>
    <p>${[...sources].sort((a, b) => a.localeCompare(b, lang, { numeric: true })).join(view.t(sheet.between))}</p>
    <p>
      ${view.t(sheet.made, {
        campaign: report.campaign,
        engine: report.engine,
        scale: scale ? view.t(scale.label) : report.scale,
        status: view.t(statuses[scale?.status ?? "custom"]),
      })}
    </p>`;
}
