/** The engine, begun anew should it ever trap. */
import { restart as renew } from "./territoires_industrie.js";

/**
 * After a trap nothing that the engine holds can be relied on. A full stack is a RangeError or an InternalError.
 * To be asked of what the engine throws, never of what the page's own code does. @internal
 */
export const isTrap = (error: unknown): boolean =>
  error instanceof WebAssembly.RuntimeError ||
  (error instanceof RangeError && /call stack/i.test(error.message)) ||
  (error instanceof Error && error.name === "InternalError");

/** What lives on the engine. @internal */
export interface Tenant {
  /** Lets go of what the engine holds for it, whatever that throws. */
  leave(): void;
  /** Begins anew in the new instance, should it have left; `trap` is why, when the page did not ask for it. */
  enter(trap: unknown): void;
}

const tenants = new Set<Tenant>();
/** Whether they are about to enter, whether they have left already, and why. */
let moving = false;
let left = false;
let why: unknown = null;

/** @internal */
export const movesIn = (tenant: Tenant): unknown => tenants.add(tenant);
/** @internal */
export const movesOut = (tenant: Tenant): unknown => tenants.delete(tenant);

function leave(): void {
  for (const tenant of tenants) tenant.leave();
  renew();
  left = true;
}

/** Once the code at hand is done: it may stand above a frame of the old instance. */
function enterLater(): void {
  if (moving) return;
  moving = true;
  queueMicrotask(() => {
    const trap = why;
    if (!left) leave();
    moving = left = false;
    why = null;
    if (trap) console.error("territoires-industrie: the engine stopped on an internal error and begins anew.", trap);
    for (const tenant of [...tenants]) tenant.enter(trap);
  });
}

/** Begins anew after a trap. @internal */
export function recover(trap: unknown): void {
  why ??= trap;
  left = false;
  enterLater();
}

/**
 * After a trap: the next call runs in a new instance. A `LiveForm` made before is of no use any more; the forms that
 * are watched, and the elements, move by themselves.
 */
export function restart(): void {
  leave();
  enterLater();
}
