/** The engine, begun anew should it ever trap. */
import { restart } from "./territoires_industrie.js";

/** After a trap nothing that the engine holds can be relied on. A full stack is a RangeError or an InternalError. */
export const isTrap = (error: unknown): boolean =>
  error instanceof WebAssembly.RuntimeError ||
  error instanceof RangeError ||
  (error instanceof Error && error.name === "InternalError");

/** What lives on the engine. */
export interface Tenant {
  /** Lets go of what the engine holds for it, whatever that throws. */
  leave(): void;
  /** Begins anew in the new instance. */
  enter(error: unknown): void;
}

const tenants = new Set<Tenant>();
let moving = false;

export const movesIn = (tenant: Tenant): unknown => tenants.add(tenant);
export const movesOut = (tenant: Tenant): unknown => tenants.delete(tenant);

/** Begins anew after a trap, once the code at hand is done: it may stand above a frame of the old instance. */
export function recover(error: unknown): void {
  if (moving) return;
  moving = true;
  queueMicrotask(() => {
    moving = false;
    console.error("territoires-industrie: the engine stopped on an internal error and begins anew.", error);
    for (const tenant of tenants) tenant.leave();
    restart();
    for (const tenant of [...tenants]) tenant.enter(error);
  });
}
