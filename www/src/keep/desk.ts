/** The dossier on the page, as the studio and the keeping tools use it: read whole, typed in place, loaded whole. */
import type { Dossier, Options, Scale } from "territoires-industrie";
import { both, type Label } from "../i18n/lang.js";

export interface Desk {
  /** The dossier so far, as it was typed. */
  dossier(): Dossier;
  /** Puts another dossier in the form; gives the paths that the form could not take over. */
  load(dossier: Dossier, told: Label | null): Promise<string[]>;
  /** What the form's control at a path holds. */
  typed(path: string): string;
  /** Types in the form's control at a path, as a person would. */
  put(path: string, value: string): void;
  /** Puts the person's own scale in force, with the only level that it has; null for the shipped ones. */
  useScale(scale: Scale | null, level: string): Promise<void>;
  options(): Options;
  form(): HTMLFormElement;
}

const controlAt = (form: HTMLElement, path: string): HTMLInputElement | HTMLSelectElement | null =>
  form.querySelector(`[name="${CSS.escape(path)}"]`);

export const typedAt = (form: HTMLElement, path: string): string => controlAt(form, path)?.value ?? "";

export function putAt(form: HTMLElement, path: string, value: string): void {
  const control = controlAt(form, path);
  if (!control || control.value === value) return;
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What the form has no controls for: the controls say the rest, and lists grow and shrink with their rows. */
export function besideForm(form: HTMLElement, dossier: Dossier): Dossier {
  const rest = (group: Record<string, unknown>, prefix: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(group).flatMap(([key, value]): [string, unknown][] => {
        const path = prefix + key;
        if (isGroup(value) && !controlAt(form, path)) return [[key, isScale(path) ? value : rest(value, `${path}.`)]];
        const held = controlAt(form, path) || (Array.isArray(value) && placeHolds(form, path));
        return held ? [] : [[key, value]];
      }),
    );
  return rest(dossier as Record<string, unknown>, "") as Dossier;
}

const isScale = (path: string): boolean => path === "chef_de_projet.scale";

const placeHolds = (form: HTMLElement, path: string): boolean =>
  form.querySelector(`[data-path="${CSS.escape(path)}"]`) !== null;

/** The scale that a dossier carries whole; a person's own need have no names, and bears then those of the engine. */
export function wholeScale(dossier: Dossier): Scale | null {
  const given: unknown = dossier.chef_de_projet?.scale;
  if (!isGroup(given) || !Array.isArray(given["levels"])) return null;
  const scale = given as unknown as Scale;
  const levels = scale.levels.filter(isGroup).map((level) => ({ ...level, label: level.label ?? both(level.id, level.id) }));
  return { ...scale, label: scale.label ?? typedScale, levels };
}

const typedScale = both("Barème saisi", "Scale as typed");

/** The paths of what was given and is not there any more; blanks are nothing. */
export function lostPaths(given: unknown, kept: unknown, path = ""): string[] {
  if (given === null || given === undefined || given === "") return [];
  if (typeof given !== "object") return asText(given) === asText(kept) ? [] : [path];
  const there = typeof kept === "object" && kept !== null ? (kept as Record<string, unknown>) : {};
  if (Array.isArray(given) && typeof kept === "string") return given.join(", ") === kept ? [] : [path];
  // Words that are ticked have the order of the form.
  const ticked = Array.isArray(kept) ? kept.map(asText) : null;
  if (Array.isArray(given) && ticked && given.every((one) => typeof one !== "object" && ticked.includes(asText(one))))
    return [];
  return Object.entries(given).flatMap(([key, value]) =>
    lostPaths(value, there[key], path ? `${path}.${key}` : key),
  );
}

/** A day or a month may be shown the French way round. */
const asText = (value: unknown): string =>
  String(value ?? "")
    .trim()
    .replace(/\r\n?/g, "\n")
    .replace(/^(\d{4})-(\d\d)(?:-(\d\d))?$/, (_, year: string, month: string, day?: string) =>
      [day, month, year].filter(Boolean).join("/"),
    );
