/** The compiled engine: loaded once, silent until it is there. */
import init, { findEpci, scales, searchEpcis, watch } from "territoires-industrie";
import type { Epci, Scale } from "territoires-industrie";

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
