/** How a message is meant. */
import type { Check } from "./territoires_industrie.js";

/** Only `wrong` and `unread` are to be corrected. */
export type Tone = "wrong" | "unread" | "missing" | "advice" | "read";

/**
 * What keeps a form from being submitted: what is `wrong`, or also what is missing, so that it is `complete`. A control
 * that is hidden or disabled holds nothing back, nor does a field without a control.
 */
export type Validity = "wrong" | "complete";

/** The tone of a check that is not met. */
export function toneOf({ outcome, level }: Check): Tone {
  if (outcome === "unknown") return "missing";
  return level === "required" ? "wrong" : "advice";
}
