/** How figures and days are shown. Amounts come as exact texts and are never added up here. */
import type { Label, Lang, Source } from "territoires-industrie";
import { documents, page } from "./i18n/page.js";

const locale = (lang: Lang): string => (lang === "fr" ? "fr-FR" : "en-GB");

/** A number format in each language: making one costs more than using it. */
const numbers = (options: Intl.NumberFormatOptions): Record<Lang, Intl.NumberFormat> => ({
  fr: new Intl.NumberFormat(locale("fr"), options),
  en: new Intl.NumberFormat(locale("en"), options),
});

const currency = numbers({ style: "currency", currency: "EUR" });
const roundCurrency = numbers({ style: "currency", currency: "EUR", maximumFractionDigits: 0 });
const signedCurrency = numbers({ style: "currency", currency: "EUR", signDisplay: "exceptZero" });
const percent = numbers({ style: "percent", maximumFractionDigits: 2 });
const integer = numbers({});

/** A format of days or times in each language, for the same reason. */
const dates = (options: Intl.DateTimeFormatOptions): Record<Lang, Intl.DateTimeFormat> => ({
  fr: new Intl.DateTimeFormat(locale("fr"), options),
  en: new Intl.DateTimeFormat(locale("en"), options),
});

const days = {
  long: dates({ dateStyle: "long", timeZone: "UTC" }),
  short: dates({ dateStyle: "short", timeZone: "UTC" }),
};
const months = dates({ month: "long", year: "numeric", timeZone: "UTC" });
const moments = {
  both: dates({ dateStyle: "short", timeStyle: "short" }),
  time: dates({ timeStyle: "short" }),
};

/** Euros from a text with two decimals: `"43791.25"` is `43 791,25 €`. */
export const euros = (lang: Lang, amount: string | null): string =>
  amount === null ? "–" : currency[lang].format(amount as `${number}`);

/** A difference of euros, with its sign: the minus of the engine's sentences. */
export const signedEuros = (lang: Lang, amount: string | null): string =>
  amount === null ? "–" : signedCurrency[lang].format(amount as `${number}`).replace("-", "−");

/** Round euros, for the axis of a plot. */
export const roundEuros = (lang: Lang, amount: number): string => roundCurrency[lang].format(amount);

export const whole = (lang: Lang, number: number): string => integer[lang].format(number);

/** A rate in basis points: 6500 is `65 %`. */
export const rate = (lang: Lang, basisPoints: number): string => percent[lang].format(basisPoints / 10_000);

/** A day in words (`long`) or in figures (`short`), from `2023-09-15`. */
export function dayText(lang: Lang, day: string, style: "long" | "short" = "long"): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const text = days[style][lang].format(date);
  return lang === "fr" ? text.replace(/^1(?= )/, "1er") : text;
}

/** A month in words, from `2024-01`. */
export const monthText = (lang: Lang, month: string): string =>
  months[lang].format(new Date(`${month}-01T00:00:00Z`));

/** Today in Paris, where the days of the programme are counted: `2023-09-15`. */
export const today = (): string => new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });

/** A moment on the person's clock: its day and time, or its time alone. */
export const dayTime = (lang: Lang, at: Date, style: "both" | "time" = "both"): string =>
  moments[style][lang].format(at);

/** Where a message comes from: `FAQ 2.2`, or that it is a check of the entry itself. */
export function sourceText(lang: Lang, source: Source): string {
  if (source.document === "coherence") return page.coherence[lang];
  if (source.document === "faq-2023") return say(lang, page.faq, { section: source.section ?? "" }).trim();
  const document = documents[source.document]?.[lang] ?? source.document;
  return source.section ? `${document}, ${source.section}` : document;
}

const plurals: Record<Lang, Intl.PluralRules> = {
  fr: new Intl.PluralRules(locale("fr")),
  en: new Intl.PluralRules(locale("en")),
};

/** What stands in the places of a text. */
export type Values = Record<string, string | number | Label>;

const PLACE = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g;

/**
 * A text in one language, with values in its places: `{n}` is a value, a number of which is written as the language
 * does; `{n|membre|membres}` is the form that goes with that number.
 */
export const say = (lang: Lang, label: Label, values: Values = {}): string =>
  label[lang].replace(PLACE, (place, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return place;
    // A number of four figures and more may come as it is written: it is none that the plural rules know, and many.
    if (many !== undefined) return (plurals[lang].select(Number(value)) === "one" ? one : many) ?? place;
    if (typeof value === "object") return value[lang];
    return typeof value === "number" ? whole(lang, value) : value;
  });
