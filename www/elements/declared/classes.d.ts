/** The classes of the elements. Importing them registers nothing. */
import type { Dossier, Mapping, Plan, Report, Scale, Validity, Watcher } from "./index.js";

/**
 * What both elements share: they are bound to a form while they stand in the page. Each property but `dossier`,
 * `form`, `watcher` and `report` is an attribute too.
 *
 * What stands inside an element is shown until there is a report: while the engine loads, or when it cannot.
 * Custom properties `--ti-text`, `--ti-title`, `--ti-mention`, `--ti-back`, `--ti-line`, `--ti-accent`,
 * `--ti-accent-text`, `--ti-info`, `--ti-error`, `--ti-success`, `--ti-warning` colour it. Light or dark is
 * what the page's `color-scheme` says, or the attribute `theme`.
 */
declare class Bound extends HTMLElement {
  /** The id of the form; without it, the form around the element. */
  for: string | null;
  /** `fr` or `en`; by default that of the elements around, else French. */
  lang: string;
  /** The day of reference, `2023-09-15`; today in Paris by default. */
  day: string | null;
  /**
   * The id of a shipped scale, the address of a scale's file (it has a `/` or ends in `.json`), or a whole scale: an
   * object, or its JSON as the attribute.
   */
  scale: string | Scale | null;
  /** The fields of controls that are not named by them: an object, or its JSON as the attribute. */
  mapping: Mapping | string | null;
  /** What the form has no controls for. */
  dossier: Dossier | null;
  /** The form, once it is there. */
  readonly form: HTMLFormElement | null;
  /** The watcher of the form, once there is one. */
  readonly watcher: Watcher | null;
  /** The last report. */
  readonly report: Report | null;
  /** Done once the element shows what it was last told. */
  readonly updateComplete: Promise<boolean>;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: this, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/**
 * `<ti-eligibility>`: what the dossier lacks, beside the fields of the form and in one list. Dispatches `ti-report`
 * and `ti-error`. Parts: `panel`, `verdict`, `apart`, `progress`, `steps`, `step`, `disclaimer`.
 */
export class TiEligibility extends Bound {
  /** `off` shows no message beside the fields. */
  messages: "off" | null;
  /**
   * `wrong` keeps the browser from submitting what is wrong; `complete`, also what is incomplete. Off by default. A
   * control that is hidden or disabled holds nothing back, nor does a field without a control.
   */
  validity: Validity | null;
}

/**
 * `<ti-cofinancing>`: who pays what for the post of chef de projet, to the cent, every amount with the status of its
 * figures. Dispatches `ti-funding` and `ti-error`. Parts: `panel`, `table`, `amount`, `status`, `excess`, `no-plan`,
 * `steps`, `step`, `disclaimer`.
 */
export class TiCofinancing extends Bound {
  /** The plan; null while the post cannot be simulated. */
  readonly funding: Plan | null;
}
