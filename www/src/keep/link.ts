/** A dossier in the fragment of a link: JSON, compressed, in letters that an address can hold. */
import type { Dossier } from "territoires-industrie";

/** The most characters of a link: longer ones are cut by mail programs. */
export const MAX_LINK = 8_000;
/** The most bytes of a dossier that a link is unpacked to. */
export const MAX_DOSSIER = 500_000;
/** The most rows of a dossier that is opened: each is a group of controls on the page. */
export const MAX_ROWS = 500;
const MARK = "#dossier=";

export const hasDossier = (hash: string): boolean => hash.startsWith(MARK);

const stream = (bytes: BlobPart, through: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> =>
  new Blob([bytes]).stream().pipeThrough(through as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>);

/** Reads a stream to its end, unless it is longer than `most` bytes. */
async function collect(from: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = from.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The link to a dossier, from the address of the page; it may be longer than is allowed. Null when no link could be opened again. */
export async function linkTo(address: string, dossier: Dossier): Promise<string | null> {
  const json = JSON.stringify(dossier);
  if (new Blob([json]).size > MAX_DOSSIER || rowsIn(dossier) > MAX_ROWS) return null;
  const packed = await collect(stream(json, new CompressionStream("deflate-raw")), Infinity);
  const letters = btoa(Array.from(packed ?? [], (byte) => String.fromCharCode(byte)).join(""));
  const safe = letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return `${address.replace(/#.*$/, "")}${MARK}${safe}`;
}

/** The dossier of a fragment, with the size of its JSON in bytes; null when it is damaged or too large. */
export async function dossierIn(hash: string): Promise<{ dossier: Dossier; size: number } | null> {
  const safe = hash.slice(MARK.length);
  if (!hasDossier(hash) || safe.length > MAX_LINK || !/^[\w-]+$/.test(safe)) return null;
  try {
    const letters = atob(safe.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const json = await collect(stream(bytes, new DecompressionStream("deflate-raw")), MAX_DOSSIER);
    if (!json) return null;
    return { dossier: dossierFrom(new TextDecoder("utf-8", { fatal: true }).decode(json)), size: json.length };
  } catch {
    return null;
  }
}

/** As deep as the engine reads. */
const DEEPEST = 32;

/** How many objects stand in lists. */
const rowsIn = (value: unknown, depth = 0): number => {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return 0;
  const below = Object.values(value);
  const here = Array.isArray(value) ? below.filter((row) => typeof row === "object" && row !== null).length : 0;
  return below.reduce<number>((sum, one) => sum + rowsIn(one, depth + 1), here);
};

/** A dossier from its JSON; throws when it is none, and a `RangeError` when it has too many rows. */
export function dossierFrom(json: string): Dossier {
  const value: unknown = JSON.parse(json);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new TypeError("not a dossier");
  if (rowsIn(value) > MAX_ROWS) throw new RangeError("too many rows");
  return value as Dossier;
}
