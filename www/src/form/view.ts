/** What the templates of the form need to know: the language, the first values, the messages. */
import type { Dossier, Epci, Label, Lang, Report, Scale } from "territoires-industrie";
import type { Notes } from "./notes.js";
import { say, type Values } from "../format.js";
import { unbroken } from "../i18n/lang.js";

/** What is the same for the whole form. */
export interface Shared {
  lang: Lang;
  /** Null until the engine is there. */
  report: Report | null;
  notes: Notes;
  /** One per row of `perimeter.epcis`; null where the directory knows none. */
  members: (Epci | null)[];
  scales: Scale[];
  /** The report at the last pause of the typing, for what may be painted a moment after the answer. */
  calm: Report | null;
  /** The dossier at the last pause of the typing. */
  dossier: Dossier;
  /** The dossier as it is given now: a longer reading. */
  current: () => Dossier;
  /** The field that is being typed in and has not been left yet. */
  typing: string | null;
}

const unbrokenLabels = new Map<string, string>();
/** A label as French is written, be it one that the engine gave. */
function unbrokenLabel(text: string): string {
  const known = unbrokenLabels.get(text) ?? unbroken(text);
  unbrokenLabels.set(text, known);
  return known;
}

/** The form, or a row of it, as its templates see it. */
export class View {
  readonly shared: Shared;
  /** What was loaded: the first values of the controls, which then live their own life. */
  readonly seed: Dossier | object;
  /** The path of the row that this is, with its dot; empty for the whole form. */
  private readonly prefix: string;

  constructor(shared: Shared, seed: Dossier | object, prefix = "") {
    this.shared = shared;
    this.seed = seed;
    this.prefix = prefix;
  }

  /** The whole path of a field of this row. */
  path(name: string): string {
    return this.prefix + name;
  }

  /** Whether a field is being typed in: what is wrong with it is not told yet. */
  isQuiet(path: string | undefined): boolean {
    return path !== undefined && path === this.shared.typing;
  }

  /** The text in the language of the page. */
  t(label: Label, values?: Values): string {
    const { lang } = this.shared;
    if (values) return say(lang, label, values);
    return lang === "fr" ? unbrokenLabel(label.fr) : label[lang];
  }

  /** What was loaded at a path, as it was given. */
  given(name: string): unknown {
    return name
      .split(".")
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], this.seed);
  }

  /** What was loaded at a path, as the text of a control. */
  text(name: string): string {
    const given = this.given(name);
    if (Array.isArray(given)) return given.join(", ");
    return given === null || given === undefined || typeof given === "object" ? "" : String(given);
  }

  /** The rows that were loaded in a list. */
  rows(name: string): unknown[] {
    const given = this.given(name);
    return Array.isArray(given) ? given : [];
  }

  /** A row of a list: its path, and what was loaded in it. */
  row(path: string, seed: unknown): View {
    return new View(this.shared, (seed ?? {}) as object, `${path}.`);
  }

  /** Whether a check in force, or the plan, points at a field of this list or group. */
  concerned(path: string): boolean {
    const within = (field: string): boolean => field === path || field.startsWith(`${path}.`);
    const report = this.shared.report;
    const lacking = (report?.checks ?? []).filter(
      (check) => check.outcome === "unknown" || check.outcome === "unmet",
    );
    return (
      lacking.some((check) => check.fields.some(within)) ||
      (report?.funding?.split_missing ?? []).some(within)
    );
  }
}
