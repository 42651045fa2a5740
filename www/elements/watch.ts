/** `watch`: a form of the page, followed while a person fills it. */
import {
  type Changes,
  type Dossier,
  type FieldPath,
  FormReader,
  type Mapping,
  type Options,
  type Report,
} from "./territoires_industrie.js";
import { isTrap, movesIn, movesOut, recover } from "./engine.js";
import { type Failure, TiErrorEvent, TiFundingEvent, TiReportEvent } from "./events.js";
import { joined, merged } from "./merge.js";
import { Messages } from "./messages.js";
import { nearest } from "./nearest.js";
import type { Validity } from "./tone.js";

/** How a form is followed. */
export interface WatchOptions extends Options {
  /** What the form has no controls for. */
  dossier?: Dossier | null;
  /** The fields of controls that are not named by them. */
  mapping?: Mapping | null;
  /** Whether messages are shown beside the fields that the person has left; `false` by default. */
  messages?: boolean;
  /** What keeps the browser from submitting the form, by `setCustomValidity`; nothing by default. */
  validity?: Validity | null;
}

/** A trap that comes back is not worth more than this many beginnings. */
const BEGINNINGS = 3;

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** A form that is followed. It lives as long as the form stays in the document, or until `stop`. */
export class Watcher {
  #reader: FormReader | null = null;
  #report: Report | null = null;
  #dossier: Dossier = {};
  #untold: Changes = {};
  #told = false;
  #traps = 0;
  readonly #faults = new Set<string>();
  #options: WatchOptions;
  readonly #form: HTMLFormElement;
  readonly #onReport: ((changes: Changes) => void) | null;
  /** Looked up once: a property of a form is found only after the browser has indexed all its controls by name. */
  readonly #dispatch: (event: Event) => boolean;
  readonly #messages: Messages | null;
  readonly #onEnd: () => void;

  /** Made by `watch`. @internal */
  constructor(
    form: HTMLFormElement,
    options: WatchOptions,
    onReport: ((changes: Changes) => void) | null,
    target: EventTarget,
    onEnd: () => void = () => {},
  ) {
    if (!(form instanceof HTMLFormElement)) throw new TypeError(`watch: expected a form; found ${String(form)}`);
    const { messages = false, validity = null, ...rest } = options;
    this.#form = form;
    this.#options = rest;
    this.#onReport = onReport;
    this.#dispatch = target.dispatchEvent.bind(target);
    this.#onEnd = onEnd;
    this.#read();
    this.#messages = messages || validity ? new Messages(form, { messages, validity }, () => this.#paint()) : null;
    movesIn(this);
  }

  /** The whole report. */
  report(): Report {
    if (this.#reader) this.#take(this.#call((reader) => reader.changes()));
    return this.#report as Report;
  }

  /** The dossier so far, as it was given. */
  dossier(): Dossier {
    if (this.#reader) this.#dossier = this.#call((reader) => reader.dossier());
    return this.#dossier;
  }

  /** The controls by the paths of their fields; of several for one field, the first. */
  controls(): ReadonlyMap<FieldPath, Element> {
    return this.#reader ? this.#call((reader) => reader.controls()) : new Map();
  }

  /** The control of a field, or else the first one of a field above or below it. */
  controlOf(field: FieldPath): Element | null {
    return nearest(this.controls(), field);
  }

  /** Changes day, language or scale; true when the report changed. */
  configure(options: Options): boolean {
    const changed = this.#reader ? this.#call((reader) => reader.configure(options)) : false;
    this.#options = { ...this.#options, ...options };
    return changed;
  }

  /** Reads every control again, for values that were set by a script. */
  refresh(): void {
    if (this.#reader) this.#call((reader) => reader.refresh());
  }

  /** Follows the form no more; messages go. The last report stays. */
  stop(): void {
    if (!this.#reader) return;
    this.#messages?.remove();
    movesOut(this);
    try {
      this.#take(this.#reader.changes());
      this.#dossier = this.#reader.dossier();
      this.#reader.stop();
      this.#reader.free();
    } catch (error) {
      if (isTrap(error)) recover(error);
    }
    this.#reader = null;
  }

  /** @internal */
  leave(): void {
    try {
      this.#reader?.stop();
    } catch {
      // Its instance is not used again.
    }
    this.#reader = null;
  }

  /** @internal */
  enter(trap: unknown): void {
    this.#traps += 1;
    this.#report = null;
    try {
      if (this.#traps > BEGINNINGS) throw trap;
      this.#read();
    } catch {
      movesOut(this);
      this.#messages?.remove();
    }
    this.#tellError("trap", trap);
  }

  #read(): void {
    this.#reader = new FormReader(
      this.#form,
      this.#options,
      (changes) => {
        this.#take(changes);
        this.#tell();
      },
      // The engine is still at work: what the page does about it comes afterwards.
      (error) => queueMicrotask(() => this.#fail(error)),

      () =>
        queueMicrotask(() => {
          this.stop();
          this.#onEnd();
        }),
    );
  }

  #call<R>(act: (reader: FormReader) => R): R {
    try {
      return act(this.#reader as FormReader);
    } catch (error) {
      if (isTrap(error)) recover(error);
      throw error;
    }
  }

  #take(changes: Changes): void {
    this.#report = this.#report ? merged(this.#report, changes) : (changes as Report);
    this.#untold = joined(this.#untold, changes);
  }

  #tell(): void {
    const changes = this.#untold;
    if (this.#told && Object.keys(changes).length === 0) return;
    this.#untold = {};
    this.#told = true;
    this.#paint();
    try {
      this.#onReport?.(changes);
    } catch (error) {
      this.#fail(error);
    }
    const report = this.#report as Report;
    this.#dispatch(new TiReportEvent(report, changes));
    if ("funding" in changes) this.#dispatch(new TiFundingEvent(report.funding));
  }

  #paint(): void {
    if (this.#report && this.#reader) this.#messages?.paint(this.#report, this.#reader.controls());
  }

  #fail(error: unknown): void {
    if (isTrap(error)) recover(error);
    else this.#tellError("form", error);
  }

  #tellError(failure: Failure, thrown: unknown): void {
    const error = asError(thrown);
    if (failure === "form") {
      // A fault of the page comes back with each reading.
      if (this.#faults.has(error.message)) return;
      this.#faults.add(error.message);
      console.error("territoires-industrie:", error);
    }
    this.#dispatch(new TiErrorEvent(failure, error));
  }
}

/**
 * Follows a form whose controls are named by paths of the dossier, such as `perimeter.epcis.0`, or mapped to them.
 *
 * `onReport` is called with what changed in the report, everything at first; then the form dispatches `ti-report`,
 * `ti-funding` when the plan changed, and `ti-error` should something fail. Other controls are left alone.
 */
export const watch = (
  form: HTMLFormElement,
  options: WatchOptions | null = {},
  onReport: ((changes: Changes) => void) | null = null,
): Watcher => new Watcher(form, options ?? {}, onReport, form);
