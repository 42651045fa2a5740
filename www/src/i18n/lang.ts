/** Texts in French and in English, and how the page picks one. */
import type { Label, Lang } from "territoires-industrie";

export type { Label, Lang };

/** A French text and its English. */
export const both = (fr: string, en: string): Label => ({ fr, en });

/** The language that the address asks for (`?lang=en`), French otherwise. */
export function firstLang(search: string): Lang {
  return new URLSearchParams(search).get("lang") === "en" ? "en" : "fr";
}
