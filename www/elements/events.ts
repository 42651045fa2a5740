/** The events of a form that is followed. All bubble, and cross the borders of shadow trees. */
import type { Changes, Plan, Report } from "./territoires_industrie.js";

const travels: EventInit = { bubbles: true, composed: true };

/** `ti-report`: the report changed, or is there for the first time. */
export class TiReportEvent extends Event {
  static readonly type = "ti-report";
  /** The whole report. */
  readonly report: Report;
  /** The keys of it that changed, and of `checks` only those that did. */
  readonly changes: Changes;

  constructor(report: Report, changes: Changes) {
    super(TiReportEvent.type, travels);
    this.report = report;
    this.changes = changes;
  }
}

/** `ti-funding`: the funding plan changed, came, or went. */
export class TiFundingEvent extends Event {
  static readonly type = "ti-funding";
  /** Null while the post cannot be simulated. */
  readonly funding: Plan | null;

  constructor(funding: Plan | null) {
    super(TiFundingEvent.type, travels);
    this.funding = funding;
  }
}

/**
 * What failed: `load`, the engine could not be loaded; `options`, an attribute, a scale or a mapping is wrong; `form`,
 * a control or a listener of the page is; `trap`, the engine stopped on an internal error and began anew.
 */
export type Failure = "load" | "options" | "form" | "trap";

/** `ti-error`: something failed. The page goes on, and the console says what to do. */
export class TiErrorEvent extends Event {
  static readonly type = "ti-error";
  readonly failure: Failure;
  readonly error: Error;

  constructor(failure: Failure, error: Error) {
    super(TiErrorEvent.type, travels);
    this.failure = failure;
    this.error = error;
  }
}

interface Events {
  "ti-report": TiReportEvent;
  "ti-funding": TiFundingEvent;
  "ti-error": TiErrorEvent;
}

declare global {
  interface HTMLElementEventMap extends Events {}
  interface ShadowRootEventMap extends Events {}
  interface DocumentEventMap extends Events {}
  interface WindowEventMap extends Events {}
}
