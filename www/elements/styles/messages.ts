/** The messages beside the fields of a page: they stand in its own tree, where its own styles win. */
import { theme } from "./theme.js";

export const messageStyles = `${theme(":where(.ti-messages)")}
:where(.ti-messages){margin:4px 0 0;padding:0;list-style:none;font-size:.875rem;line-height:1.5;color:var(--_mention)}
:where(.ti-messages li){padding-inline-start:8px;border-inline-start:3px solid var(--_line)}
:where(.ti-messages li+li){margin-block-start:4px}
:where(.ti-messages [data-tone=wrong],.ti-messages [data-tone=unread]){border-color:var(--_error);color:var(--_error)}
:where(.ti-messages [data-tone=missing]){border-color:var(--_accent)}
:where(.ti-messages [data-tone=advice]){border-color:var(--_warning)}
`;
