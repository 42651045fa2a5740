// A mapping file of the form platform, as `ti ds map` proposes it for the description in pkg-tests/ds.
import { root } from "./corpus.mjs";
import { ti } from "./ti.mjs";

export const SCHEMA = root("pkg-tests/ds/schema.json");

let text;
export const proposed = () => JSON.parse((text ??= ti(["ds", "map", SCHEMA]).out));

/** The proposed mapping, all of it confirmed. */
export function confirmed(change = () => {}) {
  const mapping = proposed();
  for (const one of mapping.matches) one.confirmed = true;
  change(mapping);
  return mapping;
}
