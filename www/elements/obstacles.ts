/** Why there is no plan. */
import type { Check } from "./territoires_industrie.js";

/** The checks that say why there is no plan, each sentence once. */
export function obstacles(checks: readonly Check[]): Check[] {
  const open = (...rules: string[]): Check[] =>
    checks.filter(({ rule, outcome }) => rules.includes(rule) && outcome !== "met");
  const ofPost = open("F4", "F5");
  // Rule F6 has something of its own to say only once the others are met.
  const all = ofPost.length > 0 ? ofPost : open("F6");
  return all.filter(({ message }, at) => all.findIndex((other) => other.message === message) === at);
}
