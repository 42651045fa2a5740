/** SIREN in a text that was pasted. */

const SIREN = /(?<!\d)\d{3}[ .\u00a0\u202f]?\d{3}[ .\u00a0\u202f]?\d{3}(?:[ .\u00a0\u202f]?\d{5})?(?!\d)/g;

/** The SIREN and SIRET of a list, in its order. */
export const sirensIn = (text: string): string[] =>
  (text.match(SIREN) ?? []).map((found) => found.replace(/\D/g, ""));

/** The SIREN that a SIREN or a SIRET begins with. */
export const sirenOf = (number: string): string => number.replace(/\D/g, "").slice(0, 9);
