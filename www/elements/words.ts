/** What the elements say themselves; sentences about rules come from the engine. French first. */
import type { Lang, ScaleStatus, Source, Verdict } from "./territoires_industrie.js";

type Label = readonly [fr: string, en: string];

const locale = (lang: Lang): string => (lang === "fr" ? "fr-FR" : "en-GB");

export const words = {
  admissible: ["Rien ne manque au regard de la FAQ", "Nothing is missing with regard to the FAQ"],
  incomplete: ["À compléter", "To complete"],
  inadmissible: ["À corriger au regard de la FAQ", "To correct with regard to the FAQ"],
  disclaimer: [
    "Contrôle indicatif, non officiel, d'après la FAQ de juin 2023\u00a0; le guide et le formulaire peuvent demander davantage. L'instruction et la sélection relèvent de l'État et des Régions.",
    "Indicative check, not official, after the FAQ of June 2023; the guide and the form may ask for more. The State and the Régions examine and select.",
  ],
  apart: ["Calendrier mis à part\u00a0: {verdict}.", "Apart from the calendar: {verdict}."],
  progress: ["Points réunis : {met} sur {expected} attendus", "Points met: {met} of {expected} expected"],
  steps: ["Reste à faire", "Still to do"],
  nothing: ["Rien ne reste à faire.", "Nothing is left to do."],
  coherence: ["cohérence de la saisie", "coherence of the entry"],
  asOf: ["Situation au {day}", "As of {day}"],
  noPlan: [
    "Le cofinancement du chef de projet ne peut pas encore être simulé.",
    "The cofinancing of the chef de projet cannot be simulated yet.",
  ],
  byYear: ["Cofinancement par année", "Cofinancing by year"],
  byMember: ["Reste à charge par intercommunalité", "Local share by intercommunalité"],
  year: ["Année", "Year"],
  months: ["{n} mois", "{n} {n|month|months}"],
  cofinanced: [", dont {n} {n|cofinancé|cofinancés}", ", {n} of them cofinanced"],
  cost: ["Coût", "Cost"],
  grant: ["État", "State"],
  other: ["Autres financeurs", "Other funders"],
  local: ["Intercommunalités", "Intercommunalités"],
  member: ["Intercommunalité", "Intercommunalité"],
  total: ["Total", "Total"],
  excess: [
    "Les financements dépassent de {amount} ({status}) le coût.",
    "The funding exceeds the cost by {amount} ({status}).",
  ],
  noSplit: [
    "La répartition entre intercommunalités attend d'autres saisies.",
    "The split between intercommunalités waits for other entries.",
  ],
} as const satisfies Record<string, Label>;

export const statuses: Record<ScaleStatus, Label> = {
  official: ["barème publié", "published scale"],
  hypothesis: ["hypothèse", "hypothesis"],
  case: ["cas rapporté", "reported case"],
  comparison: ["comparaison", "comparison"],
  unpublished: ["non publié", "not published"],
  custom: ["barème saisi", "scale as typed"],
};

const plurals: Partial<Record<Lang, Intl.PluralRules>> = {};

/** One of the words, with values in its places: `{n}`; `{n|month|months}` is the form that goes with that number. */
export function say(lang: Lang, label: Label, values: Record<string, string | number> = {}): string {
  const text = label[lang === "fr" ? 0 : 1];
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (place, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (many === undefined) return String(value ?? place);
    const rules = (plurals[lang] ??= new Intl.PluralRules(locale(lang)));
    return (rules.select(Number(value)) === "one" ? one : many) ?? place;
  });
}

export const verdictText = (lang: Lang, verdict: Verdict): string => say(lang, words[verdict]);

/** Where a message comes from. */
export function sourceText(lang: Lang, { document, section }: Source): string {
  if (document === "coherence") return say(lang, words.coherence);
  const name = document === "faq-2023" ? "FAQ" : document;
  return section ? `${name} ${section}` : name;
}

const currency: Partial<Record<Lang, Intl.NumberFormat>> = {};

/** Euros from a text with two decimals, never through a number: `"43791.25"` is `43 791,25 €`. */
export function euros(lang: Lang, amount: string): string {
  const format = (currency[lang] ??= new Intl.NumberFormat(locale(lang), {
    style: "currency",
    currency: "EUR",
  }));
  return format.format(amount as `${number}`);
}

/** A day in words. */
export function dayText(lang: Lang, day: string): string {
  const format = new Intl.DateTimeFormat(locale(lang), { dateStyle: "long", timeZone: "UTC" });
  const text = format.format(new Date(`${day}T00:00:00Z`));
  return lang === "fr" ? text.replace(/^1(?= )/, "1er") : text;
}
