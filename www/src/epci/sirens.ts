/** SIREN in a text that was pasted. */

const SIREN = /(?<!\d)\d{3}[ .\u00a0\u202f]?\d{3}[ .\u00a0\u202f]?\d{3}(?:[ .\u00a0\u202f]?\d{5})?(?!\d)/g;

/** The SIREN (or SIRET) of a list, each once, in its order. */
export const sirensIn = (text: string): string[] => [
  ...new Set((text.match(SIREN) ?? []).map((found) => found.replace(/\D/g, ""))),
];
