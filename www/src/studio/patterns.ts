/** The patterns of the payers: the same for the same payer everywhere, told apart without colour. */
import { svg, type TemplateResult } from "lit";

const marks = [
  svg`<path d="M0 8 8 0" />`,
  svg`<circle cx="4" cy="4" r="1.4" />`,
  svg`<path d="M0 0 8 8" />`,
  svg`<path d="M0 4H8" />`,
  svg`<path d="M4 0V8" />`,
  svg`<path d="M0 4H8M4 0V8" />`,
];

export type PayerKind = "state" | "other" | "local";

/** The classes and the pattern of the nth payer of a kind; the State has no pattern. */
export const fillOf = (kind: PayerKind, index: number): string =>
  kind === "state" ? "url(#pay-state)" : `url(#pay-${kind}-${index % marks.length})`;

const kinds: PayerKind[] = ["other", "local"];

export const patterns: TemplateResult = svg`<defs>
  <pattern id="pay-state" width="8" height="8" patternUnits="userSpaceOnUse">
    <rect class="pay-state" width="8" height="8" />
  </pattern>
  ${kinds.flatMap((kind) =>
    marks.map(
      (mark, index) => svg`<pattern id="pay-${kind}-${index}" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect class="pay-${kind}" width="8" height="8" />
        <g class="pay-mark">${mark}</g>
      </pattern>`,
    ),
  )}
</defs>`;
