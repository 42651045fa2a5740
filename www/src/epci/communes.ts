/** The communes of 1 January 2023 and their intercommunalités: a file of its own, loaded when one is first searched. */
import type { Epci } from "territoires-industrie";
import { find } from "../engine.js";
import file from "./communes-2023.tsv?url";

/** An intercommunalité, and the commune by which it was found. */
export interface Found {
  epci: Epci;
  commune: string | null;
}

interface Commune {
  name: string;
  folded: string;
  siren: string;
}

let communes: Commune[] = [];
let loading: Promise<void> | null = null;

/** Without accents, capitals and punctuation, St and Ste in full: a name, or a whole table of them. */
const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[^a-z0-9\t\n]+/g, " ")
    .replace(/\b(s(?:ain)?t)(e?)\b/g, "saint$2");

/** How many lines are read at a time: between two slices, a key that was struck is answered. */
const SLICE = 16;

async function read(text: string): Promise<Commune[]> {
  const lines = text.trimEnd().split("\n");
  const all: Commune[] = [];
  let siren = 0;
  for (let at = 0; at < lines.length; at += SLICE) {
    await new Promise((resolve) => setTimeout(resolve));
    const slice = lines.slice(at, at + SLICE);
    const folded = fold(slice.join("\n")).split("\n");
    for (const [line, written] of slice.entries()) {
      const [step, ...names] = written.split("\t");
      const found = folded[line]?.split("\t") ?? [];
      siren += Number(step);
      for (const [index, name] of names.entries())
        all.push({ name, folded: found[index + 1]?.trim() ?? "", siren: String(siren) });
    }
  }
  return all;
}

/** Loads the file once; a failure is told to each who asked, and the next one tries again. */
export function loadCommunes(): Promise<void> {
  loading ??= fetch(file)
    .then(async (response) => {
      if (!response.ok) throw new Error(`${response.status} ${response.url}`);
      communes = await read(await response.text());
    })
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}

export const haveCommunes = (): boolean => communes.length > 0;

/** Whether a word of a name begins as the text does. */
const fits = (folded: string, text: string, inside: string): boolean => folded.startsWith(text) || folded.includes(inside);

/** How well a name that fits does: the whole name first, then its beginning; the shorter the better. */
const distance = (folded: string, text: string): number =>
  folded.length + (folded === text ? 0 : folded.startsWith(text) ? 1000 : 2000);

/** What fitted the last texts: whatever fits a longer text fitted its beginning. */
const fitted = new Map<string, Commune[]>();
const MOST_FITTED = 24;

function fitting(text: string): Commune[] {
  const known = fitted.get(text);
  if (known) return known;
  if (fitted.size >= MOST_FITTED) fitted.clear();
  let among = communes;
  for (let length = text.length - 1; length > 1 && among === communes; length--)
    among = fitted.get(text.slice(0, length)) ?? communes;
  const inside = ` ${text}`;
  const found = among.filter(({ folded }) => fits(folded, text, inside));
  fitted.set(text, found);
  return found;
}

/** The communes that a text may mean, best first; none until the file is there. */
export function searchCommunes(text: string, limit: number): Found[] {
  const folded = fold(text).trim();
  if (folded.length < 2 || !haveCommunes()) return [];
  const best: { commune: Commune; at: number }[] = [];
  for (const commune of fitting(folded)) {
    const at = distance(commune.folded, folded);
    if (best.length === limit && at >= (best.at(-1)?.at ?? 0)) continue;
    const place = best.findIndex((one) => at < one.at);
    best.splice(place < 0 ? best.length : place, 0, { commune, at });
    best.length = Math.min(best.length, limit);
  }
  return best.flatMap(({ commune }) => {
    const epci = find(commune.siren);
    return epci ? { epci, commune: commune.name } : [];
  });
}

/** Whether a text is the whole name of a commune. */
export const isWholeName = (text: string, { commune }: Found): boolean =>
  commune !== null && fold(commune).trim() === fold(text).trim();
