/** The header of the page: its title, its language and look, and what starts a dossier. */
import { html, type TemplateResult } from "lit";
import type { View } from "./form/view.js";
import type { Lang } from "./i18n/lang.js";
import { page, textSizeNames } from "./i18n/page.js";
import { isDark, type Look, textSizes } from "./preferences.js";

const languages: [Lang, string][] = [
  ["fr", "Français"],
  ["en", "English"],
];

export interface HeaderActions {
  change(look: Partial<Look>): void;
  example(): void;
  clear(): void;
  menu(): void;
}

/** On a phone, all but the language stands in a menu, with the tools below it: `open` says whether it is. */
export function header(
  view: View,
  look: Look,
  open: boolean,
  { change, example, clear, menu }: HeaderActions,
): TemplateResult {
  const dark = isDark(look);
  const ready = view.shared.report !== null;
  return html`<header>
    <h1>${view.t(page.title)}</h1>
    <div class="tools">
      <div role="group" aria-label=${view.t(page.language)} class="joined">
        ${languages.map(
          ([lang, name]) =>
            html`<button
              type="button"
              lang=${lang}
              aria-pressed=${lang === look.lang}
              @click=${() => change({ lang })}
            >
              ${lang.toUpperCase()}<span class="unseen"> – ${name}</span>
            </button>`,
        )}
      </div>
      <button type="button" class="menu" aria-expanded=${open} @click=${menu}>
        <span aria-hidden="true">☰</span> ${view.t(page.menu)}
      </button>
      <div role="group" aria-label=${view.t(page.textSize)} class="joined text-sizes in-menu">
        ${textSizes.map(
          (textSize) =>
            html`<button
              type="button"
              data-size=${textSize}
              aria-pressed=${textSize === look.textSize}
              @click=${() => change({ textSize })}
            >
              <span aria-hidden="true">A</span><span class="unseen">${view.t(textSizeNames[textSize])}</span>
            </button>`,
        )}
      </div>
      <button
        type="button"
        class="theme in-menu"
        aria-pressed=${dark}
        @click=${() => change({ theme: dark ? "light" : "dark" })}
      >
        <span aria-hidden="true">◐</span><span class="unseen">${view.t(page.dark)}</span>
      </button>
      <button type="button" class="in-menu" ?disabled=${!ready} @click=${example}>${view.t(page.example)}</button>
      <button type="button" class="in-menu" ?disabled=${!ready} @click=${clear}>${view.t(page.clear)}</button>
    </div>
  </header>`;
}
