/** What the browser keeps of the dossier: one text in its local storage. */
import type { Dossier } from "territoires-industrie";

const KEY = "territoires-industrie.dossier";

export interface Kept {
  /** When it was kept, in ISO 8601. */
  at: string;
  dossier: Dossier;
}

/** Whether something was typed; a row without an answer is nothing. */
export const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === "string" && value.trim() === "") ||
  (typeof value === "object" && Object.values(value).every(isBlank));

/** Keeps a dossier, or nothing for a blank one; false when the browser does not. */
export function keepDossier(dossier: Dossier): boolean {
  try {
    if (isBlank(dossier)) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ at: new Date().toISOString(), dossier } satisfies Kept));
    return true;
  } catch {
    return false;
  }
}

export function keptDossier(): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    const { at, dossier } = (kept ?? {}) as Partial<Kept>;
    return typeof at === "string" && typeof dossier === "object" && dossier !== null ? { at, dossier } : null;
  } catch {
    return null;
  }
}

export function forgetDossier(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing is kept where nothing can be.
  }
}
