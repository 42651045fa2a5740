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

/** Without accents, capitals and punctuation; St and Ste in full. */
const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/\b(s(?:ain)?t)(e?)\b/g, "saint$2");

function read(text: string): Commune[] {
  let siren = 0;
  return text
    .trimEnd()
    .split("\n")
    .flatMap((line) => {
      const [step, ...names] = line.split("\t");
      siren += Number(step);
      return names.map((name) => ({ name, folded: fold(name), siren: String(siren) }));
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

/** How well a commune fits: the whole name, its beginning, a word in it. */
function fit({ folded }: Commune, text: string): number {
  if (folded === text) return 3;
  if (folded.startsWith(text)) return 2;
  return folded.includes(` ${text}`) ? 1 : 0;
}

/** The communes that a text may mean, best first; none until the file is there. */
export function searchCommunes(text: string, limit: number): Found[] {
  const folded = fold(text);
  if (folded.length < 2) return [];
  return communes
    .map((commune) => ({ commune, fit: fit(commune, folded) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.commune.folded.length - b.commune.folded.length)
    .slice(0, limit)
    .flatMap(({ commune }) => {
      const epci = find(commune.siren);
      return epci ? { epci, commune: commune.name } : [];
    });
}

/** Whether a text is the whole name of a commune. */
export const isWholeName = (text: string, { commune }: Found): boolean =>
  commune !== null && fold(commune) === fold(text);
