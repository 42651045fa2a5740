/** `territoires-industrie`: the engine, and `watch` for the forms of a page. */
export * from "./territoires_industrie.js";
export { default } from "./territoires_industrie.js";
export { restart } from "./engine.js";
export { type Failure, TiErrorEvent, TiFundingEvent, TiReportEvent } from "./events.js";
export type { Validity } from "./tone.js";
export { watch, Watcher, type WatchOptions } from "./watch.js";
