/** Texts in French and in English. */
import type { Label, Lang } from "territoires-industrie";

export type { Label, Lang };

/** French punctuation neither starts a line nor leaves its word. */
export const unbroken = (french: string): string =>
  french.replace(/« | (?=[:;?!%»])/g, (space) => space.replace(" ", "\u00a0"));

/** A French text and its English. */
export const both = (fr: string, en: string): Label => ({ fr: unbroken(fr), en });
