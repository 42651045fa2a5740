/** What a person chose of the page, its look and its day, kept in the browser. Without storage it holds for this visit. */
import type { Lang } from "territoires-industrie";

const KEY = "territoires-industrie.look";
const DAY_KEY = "territoires-industrie.day";

export const textSizes = ["normal", "large", "larger"] as const;
export type TextSize = (typeof textSizes)[number];
export type Theme = "light" | "dark";

export interface Look {
  lang: Lang;
  textSize: TextSize;
  /** Undefined: that of the system. */
  theme?: Theme;
}

function kept(): Partial<Look> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The language that the address asks for (`?lang=en`), else the one kept, else French. */
export function firstLook(search: string): Look {
  const { lang, textSize, theme } = kept();
  const asked = new URLSearchParams(search).get("lang") ?? lang;
  return {
    lang: asked === "en" ? "en" : "fr",
    textSize: textSizes.find((size) => size === textSize) ?? "normal",
    ...(theme === "light" || theme === "dark" ? { theme } : {}),
  };
}

/** Gives the document its look, and keeps it. */
export function wear(look: Look): void {
  const { dataset } = document.documentElement;
  document.documentElement.lang = look.lang;
  dataset["textSize"] = look.textSize;
  if (look.theme) dataset["theme"] = look.theme;
  keepText(KEY, JSON.stringify(look));
}

function keepText(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Storage can be refused or full: nothing else depends on it.
  }
}

/** The days at which the engine can be asked. */
export const DAYS = { first: "2000-01-01", last: "2099-12-31" } as const;

/** Whether a day is one of the calendar, among those at which the engine can be asked. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && text >= DAYS.first && text <= DAYS.last;
}

/** The day of reference that was chosen, as `2023-09-15`; empty for today. */
export function keptDay(): string {
  try {
    const day = localStorage.getItem(DAY_KEY) ?? "";
    return day.length === DAYS.first.length && isDay(day) ? day : "";
  } catch {
    return "";
  }
}

export const keepDay = (day: string): void => keepText(DAY_KEY, day);

/** Whether a media query holds, asked of the browser only when that changes: each asking lays the page out. */
export function media(query: string): { holds: boolean; list: MediaQueryList } {
  const list = matchMedia(query);
  const state = { holds: list.matches, list };
  list.addEventListener("change", ({ matches }) => (state.holds = matches));
  return state;
}

const SYSTEM_DARK = media("(prefers-color-scheme: dark)");

/** Whether the page is dark now, by choice or by the system. */
export const isDark = (look: Look): boolean => (look.theme ? look.theme === "dark" : SYSTEM_DARK.holds);
