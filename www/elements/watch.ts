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
  /**
   * What keeps the browser from submitting the form, by `setCustomValidity`; nothing by default. A control that is
   * hidden or disabled holds nothing back, nor does a field without a control. What the page refuses itself stays.
   */
  validity?: Validity | null;
}

/** What an element does besides when its form left, and when the controls of it are others but not the report. */
interface Hooks {
  onEnd?: () => void;
  onControls?: () => void;
}

/** A trap that comes back is not worth more than this many beginnings. */
const BEGINNINGS = 3;

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** What was found, for an error. */
const found = (value: unknown): string =>
  typeof value === "object" || typeof value === "function" ? Object.prototype.toString.call(value) : String(value);

const wrong = (name: string, value: unknown, expected: string): TypeError =>
  new TypeError(`${name}: found ${found(value)}, expected ${expected}`);

function expectForm(form: unknown): void {
  if (form instanceof HTMLFormElement) return;
  // The engine would not know the nodes of an iframe for what they are.
  const remedy = /HTMLForm/.test(found(form)) ? " of another one: import the package there, and watch it there" : "";
  throw new TypeError(`watch: expected a form of this window; found ${found(form)}${remedy}`);
}

/** What is done beside the fields. */
type Beside = Required<Pick<WatchOptions, "messages" | "validity">>;

/** The options, with those that the engine does not look at; where they are absent, as they were. */
function checked<Given extends WatchOptions>(options: Given, before: Beside): Given & Beside {
  if (typeof options !== "object" || Array.isArray(options)) {
    throw wrong("watch: options", options, 'an object such as { day: "2023-09-15" }');
  }
  const messages = options.messages ?? before.messages;
  const validity = options.validity === undefined ? before.validity : options.validity;
  if (typeof messages !== "boolean") throw wrong("option `messages`", messages, "true or false");
  if (validity !== null && validity !== "wrong" && validity !== "complete") {
    throw wrong("option `validity`", validity, "wrong or complete");
  }
  return { ...options, messages, validity };
}

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
  #beside: Beside = { messages: false, validity: null };
  #messages: Messages | null = null;
  readonly #hooks: Hooks;
  readonly #ended = new AbortController();

  private constructor(
    form: HTMLFormElement,
    options: WatchOptions,
    onReport: ((changes: Changes) => void) | null,
    target: EventTarget,
    hooks: Hooks,
  ) {
    expectForm(form);
    if (onReport !== null && typeof onReport !== "function") throw wrong("watch: onReport", onReport, "a function");
    const { messages, validity, ...rest } = checked(options, this.#beside);
    this.#form = form;
    this.#options = rest;
    this.#onReport = onReport;
    this.#dispatch = target.dispatchEvent.bind(target);
    this.#hooks = hooks;
    this.#read();
    this.#show({ messages, validity });
    // What a script has set meanwhile is read before the page's own listeners are told.
    form.addEventListener("submit", () => this.#readAgain(), { capture: true, signal: this.#ended.signal });
    movesIn(this);
  }

  /** What `watch` does; events go to `target`. @internal */
  static of(
    form: HTMLFormElement,
    options: WatchOptions,
    onReport: ((changes: Changes) => void) | null,
    target: EventTarget,
    hooks: Hooks = {},
  ): Watcher {
    return new Watcher(form, options, onReport, target, hooks);
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

  /** Changes all but the dossier and the mapping; true when the report changed. */
  configure(options: Omit<WatchOptions, "dossier" | "mapping">): boolean {
    const { messages, validity, ...rest } = checked(options ?? {}, this.#beside);
    const changed = this.#reader ? this.#call((reader) => reader.configure(rest)) : false;
    this.#options = { ...this.#options, ...rest };
    this.#show({ messages, validity });
    return changed;
  }

  /** Reads every control again, for values that were set by a script. */
  refresh(): void {
    if (this.#reader) this.#call((reader) => reader.refresh());
  }

  /** Follows the form no more; messages go. The last report stays. */
  stop(): void {
    this.#messages?.remove();
    this.#ended.abort();
    movesOut(this);
    if (!this.#reader) return;
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
    if (this.#reader) return;
    try {
      if (trap && ++this.#traps > BEGINNINGS) throw trap;
      this.#read();
      this.#report = null;
    } catch (error) {
      movesOut(this);
      this.#messages?.remove();
      trap ??= error;
    }
    if (trap) this.#tellError("trap", trap);
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
          this.#hooks.onEnd?.();
        }),
    );
  }

  #readAgain(): void {
    try {
      this.#reader?.refresh();
      if (this.#reader) this.#take(this.#reader.changes());
    } catch (error) {
      this.#fail(error);
    }
  }

  #show(beside: Beside): void {
    this.#beside = beside;
    if (!this.#reader) return;
    if (beside.messages || beside.validity) this.#messages ??= new Messages(this.#form, (anew) => this.#paint(anew));
    this.#messages?.show(beside);
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
    this.#paint();
    if (this.#told && Object.keys(changes).length === 0) return this.#hooks.onControls?.();
    this.#untold = {};
    this.#told = true;
    this.#tellTypos(changes.unknown_keys ?? []);
    try {
      this.#onReport?.(changes);
    } catch (error) {
      this.#tellError("form", error);
    }
    const report = this.#report as Report;
    this.#dispatch(new TiReportEvent(report, changes));
    if ("funding" in changes) this.#dispatch(new TiFundingEvent(report.funding));
  }

  /** Names of controls that begin like ours; in a hidden one nobody types. */
  #tellTypos(keys: readonly string[]): void {
    if (keys.length === 0) return;
    const controls = this.#controls() ?? new Map<FieldPath, Element>();
    for (const key of keys) {
      const named = nearest(controls, key) as HTMLInputElement | null;
      if (named && named.type !== "hidden") this.#tellError("form", new Error(`control \`${named.name}\`: the dossier has no field \`${key}\``));
    }
  }

  #paint(anew = false): void {
    if (anew) this.#readAgain();
    if (!this.#report || !this.#messages) return;
    const controls = this.#controls();
    if (!controls) return;
    try {
      this.#messages.paint(this.#report, controls);
    } catch (error) {
      this.#tellError("form", error);
    }
  }

  #controls(): ReadonlyMap<FieldPath, Element> | null {
    try {
      return this.#reader?.controls() ?? null;
    } catch (error) {
      this.#fail(error);
      return null;
    }
  }

  /** What the engine threw. */
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
): Watcher => Watcher.of(form, options ?? {}, onReport, form);
