/** The compiled engine: loaded once, silent until it is there. */
import init, { evaluate, findEpci, scales, searchEpcis, watch } from "territoires-industrie";
import type { Action, Area, Epci, Scale } from "territoires-industrie";

export { watch };

let ready = false;
let shipped: Scale[] = [];
const found = new Map<string, Epci | null>();
const MOST_FOUND = 1000;

/** Loads the engine; rejects when the browser cannot run it. */
export async function loadEngine(): Promise<void> {
  await init();
  shipped = scales();
  ready = true;
}

/** The intercommunalités nearest to what is typed: a name, a SIREN, a département. */
export const search = (text: string): Epci[] => (ready && text.trim() ? searchEpcis(text, 8) : []);

/** The intercommunalité of a SIREN, as it is typed. */
export function find(siren: string): Epci | null {
  if (!ready) return null;
  const known = found.get(siren);
  if (known !== undefined) return known;
  if (found.size >= MOST_FOUND) found.clear();
  const epci = findEpci(siren.replace(/\s/g, ""));
  found.set(siren, epci);
  return epci;
}

let regions: Area[] | null = null;

/** The régions of the directory, by name. */
export function everyRegion(): Area[] {
  if (!ready) return [];
  // The SIREN of every intercommunalité begins with this digit.
  const all = regions ?? searchEpcis("2", 10_000).flatMap((epci) => epci.regions);
  regions ??= [...new Map(all.map((region) => [region.code, region])).values()].sort((a, b) => a.name.localeCompare(b.name, "fr"));
  return regions;
}

/** The funding scales that the engine ships. */
export const knownScales = (): Scale[] => shipped;

/** What the fiche of an action lacks, by rule A10; null while the rule says nothing of it. */
export function ficheMissing(action: Action): string[] | null {
  if (!ready) return null;
  const check = evaluate({ action_plan: { actions: [action] } }).checks.find(({ rule }) => rule === "A10");
  if (!check || check.outcome === "not_applicable") return null;
  return (check.data?.["missing"] ?? []) as string[];
}
