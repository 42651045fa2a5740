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

const table = (text: string): string[][] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));

function read(text: string): Commune[] {
  const folded = table(fold(text));
  let siren = 0;
  return table(text).flatMap(([step, ...names], line) => {
    siren += Number(step);
    return names.map((name, at) => ({ name, folded: folded[line]?.[at + 1]?.trim() ?? "", siren: String(siren) }));
  });
}

/** Loads the file once; a failure is told to each who asked, and the next one tries again. */
export function loadCommunes(): Promise<void> {
  loading ??= fetch(file)
    .then(async (response) => {
      if (!response.ok) throw new Error(`${response.status} ${response.url}`);
      communes = read(await response.text());
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

/** What fitted the last text: whatever fits a longer one is among them. */
let last: { text: string; among: Commune[] } = { text: "", among: [] };

function fitting(text: string): Commune[] {
  const known = last.among.length > 0 && text.startsWith(last.text);
  const inside = ` ${text}`;
  last = { text, among: (known ? last.among : communes).filter(({ folded }) => fits(folded, text, inside)) };
  return last.among;
}

/** The communes that a text may mean, best first; none until the file is there. */
export function searchCommunes(text: string, limit: number): Found[] {
  const folded = fold(text).trim();
  if (folded.length < 2) return [];
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
