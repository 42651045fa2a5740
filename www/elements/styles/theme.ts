/** Colours that fall back to the State design system's custom properties where the page defines them, else to a neutral theme. */

const tokens: readonly [name: string, token: string, light: string, dark: string][] = [
  ["text", "text-default-grey", "#2b2f38", "#d3d6de"],
  ["title", "text-title-grey", "#14171f", "#f2f3f6"],
  ["mention", "text-mention-grey", "#5a606e", "#a3a9b8"],
  ["back", "background-default-grey", "#ffffff", "#16181d"],
  ["line", "border-default-grey", "#d6d9e0", "#373c48"],
  ["accent", "background-action-high-blue-france", "#2f4fb0", "#8ea6f2"],
  ["accent-text", "text-action-high-blue-france", "#2a459b", "#a3b6f5"],
  ["info", "background-contrast-info", "#e9eefb", "#222a40"],
  ["error", "text-default-error", "#b3221c", "#ff8d85"],
  ["success", "text-default-success", "#1b6b3a", "#6fd09a"],
  ["warning", "text-default-warning", "#8f4a00", "#f0a95b"],
];

const declare = (shade: (light: string, dark: string) => string): string =>
  tokens.map(([name, token, light, dark]) => `--_${name}:var(--ti-${name},var(--${token},${shade(light, dark)}));`).join("");

/**
 * The properties `--_text`, `--_title`… for the elements that a selector matches. A page sets `--ti-text`,
 * `--ti-title`…; its `color-scheme` says whether the neutral theme is light or dark.
 */
export const theme = (selector: string): string =>
  `${selector}{${declare((light) => light)}}` +
  `@supports (color:light-dark(#000,#fff)){${selector}{${declare((light, dark) => `light-dark(${light},${dark})`)}}}`;
