/** What is told of an intercommunalité beside its name. */
import type { Epci, Lang } from "territoires-industrie";
import { say, whole } from "../format.js";
import { page } from "../i18n/page.js";

/** Its départements, population and communes: `Côtes-d'Armor (22) · 152 860 hab. · 32 communes`. */
export function epciFacts(lang: Lang, epci: Epci): string {
  const departements = epci.departements.map(({ code, name }) => `${name} (${code})`).join(", ");
  const population = `${whole(lang, epci.population)} ${page.inhabitants[lang]}`;
  return `${departements} · ${population} · ${say(lang, page.communes, { n: epci.communes })}`;
}

/** Whether a text is digits, so that it may be a SIREN, whole or half-typed. */
export const isNumber = (text: string): boolean => /^[\d\s]+$/.test(text) && /\d/.test(text);
