/** Files that the person opens and saves. */
import type { Dossier } from "territoires-industrie";
import type { PrefillMapping } from "../../platform/pkg/territoires_industrie_platform.js";
import { today } from "../format.js";
import { dossierFrom } from "./link.js";

/** The most bytes of a file that is opened: as much as a browser keeps. */
export const MAX_FILE = 5_000_000;

/** Gives a file to the person. */
export function download(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name for a file about this dossier: `dossier-baie-d-armor-2026-11-22.json`. */
export function fileName(kind: string, dossier: Dossier, ending: string): string {
  const plain = String(dossier.territory_name ?? "")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return [kind, plain, today()].filter(Boolean).join("-") + ending;
}

export type Problem = "tooBig" | "tooManyRows" | "notJson";
export type Opened = { dossier: Dossier } | { problem: Problem };

/** Reads a dossier from a file that was chosen. */
export async function readDossier(file: File): Promise<Opened> {
  if (file.size > MAX_FILE) return { problem: "tooBig" };
  try {
    return { dossier: dossierFrom(await file.text()) };
  } catch (error) {
    return { problem: error instanceof RangeError ? "tooManyRows" : "notJson" };
  }
}

/** Reads a mapping file; the engine says what is wrong in it. Throws when it is no JSON, or too large. */
export async function readMapping(file: Blob): Promise<PrefillMapping> {
  if (file.size > MAX_FILE) throw new RangeError("too large");
  return JSON.parse(await file.text()) as PrefillMapping;
}

/** The names of people in a dossier, and how to reach them, each once. */
export function namesIn({ applicant, governance }: Dossier): string[] {
  const names = [
    applicant?.contact_name,
    applicant?.email,
    applicant?.phone,
    ...(governance?.elus ?? []).map((one) => one?.name),
    ...(governance?.industriels ?? []).map((one) => one?.name),
    ...(governance?.binomes_by_epci ?? []).flatMap((one) => [one?.elu, one?.industriel]),
    ...(governance?.letters ?? []).map((one) => one?.signatory),
  ];
  return [...new Set(names.map((name) => String(name ?? "").trim()).filter(Boolean))];
}
