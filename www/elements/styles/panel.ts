/** The panels of the elements. */
import { css, unsafeCSS } from "lit";
import { theme } from "./theme.js";

export const panelStyles = css`
  ${unsafeCSS(theme(":host"))}
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  :host {
    display: block;
    min-width: 0;
    color: var(--_text);
    background: var(--_back);
    font-size: 1rem;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  p,
  ol,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  section > * + *,
  [role="status"] > * + * {
    margin-block-start: 12px;
  }
  .verdict {
    padding-inline-start: 8px;
    border-inline-start: 4px solid var(--_accent);
    color: var(--_title);
    font-size: 1.1875rem;
    font-weight: 600;
  }
  .verdict[data-verdict="admissible"] {
    border-color: var(--_success);
  }
  .verdict[data-verdict="inadmissible"] {
    border-color: var(--_error);
  }
  .mention {
    color: var(--_mention);
    font-size: 0.875rem;
    font-weight: 400;
  }
  .note {
    padding: 8px;
    background: var(--_info);
  }
  progress {
    display: block;
    width: 100%;
    height: 10px;
    accent-color: var(--_accent);
  }
  h3 {
    margin: 16px 0 0;
    color: var(--_title);
    font-size: 1.0625rem;
    line-height: 1.25;
  }
  .steps {
    list-style: none;
  }
  .steps li {
    padding-inline-start: 8px;
    border-inline-start: 3px solid var(--_line);
  }
  .steps .mention {
    display: block;
  }
  .steps li + li {
    margin-block-start: 8px;
  }
  .steps [data-tone="wrong"] {
    border-color: var(--_error);
  }
  .steps [data-tone="missing"] {
    border-color: var(--_accent);
  }
  .steps [data-tone="advice"] {
    border-color: var(--_warning);
  }
  button {
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  button:hover {
    text-decoration: underline;
  }
  button::after {
    content: " →";
    color: var(--_accent-text);
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
    overflow-wrap: normal;
  }
  th,
  td {
    padding: 4px 8px;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: end;
    vertical-align: top;
    white-space: nowrap;
  }
  th:first-child {
    padding-inline-start: 0;
    text-align: start;
    white-space: normal;
  }
  thead th,
  tfoot :is(th, td) {
    color: var(--_title);
    font-weight: 600;
  }
  :is(th, td) > small {
    display: block;
    white-space: nowrap;
    color: var(--_mention);
    font-size: 0.75rem;
    font-weight: 400;
  }
  td > small {
    color: var(--_warning);
  }
`;
