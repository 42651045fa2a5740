/** The compiled engine: loaded once, silent until it is there. */
import init, { evaluate, findEpci, scales, searchEpcis, watch } from "territoires-industrie";
import type { Action, Epci, Scale } from "territoires-industrie";

export { watch };

let ready = false;

/** Loads the engine; rejects when the browser cannot run it. */
export async function loadEngine(): Promise<void> {
  await init();
  ready = true;
}

/** The intercommunalités nearest to what is typed: a name, a SIREN, a département. */
export const search = (text: string): Epci[] => (ready && text.trim() ? searchEpcis(text, 8) : []);

/** The intercommunalité of a SIREN, as it is typed. */
export const find = (siren: string): Epci | null => (ready ? findEpci(siren.replace(/\s/g, "")) : null);

/** The funding scales that the engine ships. */
export const knownScales = (): Scale[] => (ready ? scales() : []);

/** What the fiche of an action lacks, by rule A10; null while the rule says nothing of it. */
export function ficheMissing(action: Action): string[] | null {
  if (!ready) return null;
  const check = evaluate({ action_plan: { actions: [action] } }).checks.find(({ rule }) => rule === "A10");
  if (!check || check.outcome === "not_applicable") return null;
  return (check.data?.["missing"] ?? []) as string[];
}
