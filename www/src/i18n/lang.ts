/** Texts in French and in English. */
import type { Label, Lang } from "territoires-industrie";

export type { Label, Lang };

/** A French text and its English. */
export const both = (fr: string, en: string): Label => ({ fr, en });
