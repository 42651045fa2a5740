/**
 * What the browser keeps: a text in its local storage for each tab that holds a dossier. A tab has its own place, by a
 * lock that goes with it, so that no tab writes over what another holds; a closed tab's place is taken up again.
 */
import type { Dossier } from "territoires-industrie";

const KEY = "territoires-industrie.dossier";
const PLACE_KEY = "territoires-industrie.place";
/** Tabs beyond this many keep nothing, and say so. */
const PLACES = 20;

export interface Kept {
  /** When it was kept, in ISO 8601. */
  at: string;
  dossier: Dossier;
}

/** Whether something was typed; a row without an answer is nothing. */
export const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === "string" && value.trim() === "") ||
  (typeof value === "object" && Object.values(value).every(isBlank));

/** A dossier that is kept and does not stand in this tab. */
export interface Other extends Kept {
  place: number;
  /** Whether another tab holds it. */
  open: boolean;
}

const keyOf = (place: number): string => (place === 1 ? KEY : `${KEY}.${place}`);
const places = Array.from({ length: PLACES }, (_, index) => index + 1);

function keptAt(place: number): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? "null");
    const { at, dossier } = (kept ?? {}) as Partial<Kept>;
    const isKept = typeof at === "string" && typeof dossier === "object" && dossier !== null && !isBlank(dossier);
    return isKept ? { at, dossier } : null;
  } catch {
    return null;
  }
}

/** The place that this tab had before it was loaded again; 0 for none. A tab that is duplicated remembers it too. */
function hadPlace(): number {
  try {
    return Number(sessionStorage.getItem(PLACE_KEY));
  } catch {
    return 0;
  }
}

function rememberPlace(place: number): void {
  try {
    sessionStorage.setItem(PLACE_KEY, String(place));
  } catch {
    // Then the place that was last written is taken.
  }
}

/** The place of this tab among those that the browser keeps. */
export class Store {
  private place: number | null = null;
  private leave: () => void = () => undefined;

  /** Takes a place that no other tab holds: the one that this tab had, that which was last written, or a free one. */
  async open(): Promise<void> {
    const had = hadPlace();
    const written = places.filter((place) => keptAt(place)).sort((a, b) => ((keptAt(a)?.at ?? "") < (keptAt(b)?.at ?? "") ? 1 : -1));
    for (const place of [...places.filter((place) => place === had), ...written, ...places]) if (await this.take(place)) return;
  }

  /** Holds a place until this tab ends or takes another; false when another tab holds it. */
  async take(place: number): Promise<boolean> {
    // Without TLS a browser has no locks: all tabs share one place.
    if (!("locks" in navigator)) {
      this.place = 1;
      return true;
    }
    const leave = await new Promise<(() => void) | null>((taken) => {
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        if (lock) return new Promise<void>((end) => taken(end));
        taken(null);
        return undefined;
      };
      void navigator.locks.request(keyOf(place), { ifAvailable: true }, hold);
    });
    if (!leave) return false;
    this.leave();
    this.leave = leave;
    this.place = place;
    rememberPlace(place);
    return true;
  }

  /** Keeps a dossier, or nothing for a blank one; false when the browser does not. */
  keep(dossier: Dossier): boolean {
    if (this.place === null) return false;
    try {
      if (isBlank(dossier)) localStorage.removeItem(keyOf(this.place));
      else localStorage.setItem(keyOf(this.place), JSON.stringify({ at: new Date().toISOString(), dossier } satisfies Kept));
      return true;
    } catch {
      return false;
    }
  }

  kept(): Kept | null {
    return this.place === null ? null : keptAt(this.place);
  }

  /** What else is kept, last written first. */
  async others(): Promise<Other[]> {
    if (!("locks" in navigator)) return [];
    const { held = [] } = await navigator.locks.query();
    const others = places.flatMap((place): Other[] => {
      const kept = place === this.place ? null : keptAt(place);
      return kept ? [{ ...kept, place, open: held.some(({ name }) => name === keyOf(place)) }] : [];
    });
    return others.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Forgets what this tab keeps, and what is named beside it, save what another tab has taken up since. */
  async forget(named: Other[]): Promise<void> {
    const gone = (await this.others()).filter(({ open, place }) => !open && named.some((one) => one.place === place));
    try {
      const held = this.place === null ? [] : [this.place];
      for (const place of [...held, ...gone.map(({ place }) => place)]) localStorage.removeItem(keyOf(place));
    } catch {
      // Nothing is kept where nothing can be.
    }
  }
}
