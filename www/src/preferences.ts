/** What a person chose of the look of the page, kept in the browser. Without storage it holds for this visit. */
import type { Lang } from "territoires-industrie";

const KEY = "territoires-industrie.look";

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
  try {
    localStorage.setItem(KEY, JSON.stringify(look));
  } catch {
    // Storage can be refused or full: nothing else depends on it.
  }
}

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
