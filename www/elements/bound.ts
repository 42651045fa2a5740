/** What both elements share: a form of the page, followed while the element stands in it. */
import { html, LitElement, type TemplateResult } from "lit";
import type { Check, Dossier, FieldPath, Lang, Mapping, Report, Scale } from "./territoires_industrie.js";
import { type Failure, scales, TiErrorEvent, type WatchOptions, Watcher } from "./index.js";
import { load } from "./load.js";
import { nearest } from "./nearest.js";
import { toneOf } from "./tone.js";
import { sourceText } from "./words.js";

/** An element that is bound to a form. */
export abstract class Bound extends LitElement {
  static override properties = {
    for: { reflect: true },
    lang: { reflect: true, useDefault: true },
    day: { reflect: true },
    scale: {},
    mapping: {},
    dossier: { attribute: false },
    report: { state: true },
  };

  /** The id of the form; without it, the form around the element. */
  declare for: string | null;
  /** `fr` or `en`; by default that of the elements around, else French. */
  declare lang: string;
  /** The day of reference, `2023-09-15`; today in Paris by default. */
  declare day: string | null;
  /**
   * The id of a shipped scale, the address of a scale's file (it has a `/` or ends in `.json`), or a whole scale: an
   * object, or its JSON as the attribute.
   */
  declare scale: string | Scale | null;
  /** The fields of controls that are not named by them: an object, or its JSON as the attribute. */
  declare mapping: Mapping | string | null;
  /** What the form has no controls for. */
  declare dossier: Dossier | null;
  /** The last report. */
  declare report: Report | null;

  #watcher: Watcher | null = null;
  #waiting: MutationObserver | null = null;
  /** The language of the report, and what tells that the page speaks another. */
  #spoken: Lang | null = null;
  readonly #listening = new MutationObserver(() => {
    if (this.#spoken !== this.speaks) void this.#configure();
  });
  /** Which beginning is the last: an earlier one that waits for the network gives way. */
  #beginning = 0;

  constructor() {
    super();
    this.for = null;
    this.lang = "";
    this.day = null;
    this.scale = null;
    this.mapping = null;
    this.dossier = null;
    this.report = null;
  }

  /** The watcher of the form, once there is one. */
  get watcher(): Watcher | null {
    return this.#watcher;
  }

  /** The form that the element is bound to, once it is there. */
  get form(): HTMLFormElement | null {
    if (this.for === null) return this.closest("form");
    const root = this.getRootNode() as Document | ShadowRoot;
    const found = root.getElementById?.(this.for) ?? document.getElementById(this.for);
    return found instanceof HTMLFormElement ? found : null;
  }

  /** The language that is spoken. */
  protected get speaks(): Lang {
    return languageOf(this);
  }

  /** What is to be done, each with the way to its field where the form has one. */
  protected steps(lang: Lang, checks: readonly Check[]): TemplateResult[] {
    const controls = this.#watcher?.controls() ?? new Map<FieldPath, Element>();
    return checks.map((check) => {
      const { message, fields: [field] } = check;
      const leads = field !== undefined && nearest(controls, field);
      return html`<li part="step" data-tone=${toneOf(check)}>
        ${leads ? html`<button type="button" @click=${() => focusOn(this.#watcher?.controlOf(field))}>${message}</button>` : message}
        <span class="mention">${sourceText(lang, check.source)}</span>
      </li>`;
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    const differ = (names: string[]): boolean => names.filter((name) => changed.has(name) && this.#differs(name)).length > 0;
    const otherForm = differ(["for", "mapping", "dossier"]);
    const otherLook = differ(["lang", "day", "scale", "messages", "validity"]);
    // The first beginning is the connection's.
    if (this.isConnected && this.#begun) {
      if (otherForm) void this.#begin();
      else if (otherLook) void this.#configure();
    }
    this.#begun = true;
  }
  #begun = false;

  /** Whether a property says something else than before: a framework hands an equal object over at each redraw. */
  #differs(name: string): boolean {
    const now = contentOf(this[name as keyof this]);
    if (this.#said.has(name) && this.#said.get(name) === now) return false;
    this.#said.set(name, now);
    return true;
  }
  readonly #said = new Map<string, unknown>();

  /** How the form is followed, besides the language, the day, the scale and the mapping. */
  protected watches(): WatchOptions {
    return {};
  }

  /** Says to the page what the watcher tells. */
  protected abstract tell(event: Event): Event | null;

  #end(): void {
    this.#beginning += 1;
    this.#waiting?.disconnect();
    this.#waiting = null;
    this.#listening.disconnect();
    this.#watcher?.stop();
    this.#watcher = null;
  }

  async #begin(): Promise<void> {
    this.#end();
    const beginning = this.#beginning;
    const ended = (): boolean => beginning !== this.#beginning;
    let failure: Failure = "load";
    try {
      await load();
      if (ended()) return;
      failure = "options";
      const scale = await this.#scale();
      if (ended()) return;
      const { form } = this;
      if (!form) return this.#wait();
      for (const place of this.#places()) this.#listening.observe(place, { subtree: true, attributeFilter: ["lang"] });
      const options: WatchOptions = {
        ...this.#looks(scale),
        mapping: this.#mapping(),
        dossier: this.dossier,
      };
      const target = { dispatchEvent: (event: Event) => this.#hear(event) } as EventTarget;
      this.#watcher = Watcher.of(form, options, null, target, {
        onEnd: () => this.#left(),
        onControls: () => this.requestUpdate(),
      });
    } catch (error) {
      if (!ended()) this.#fail(failure, error as Error);
    }
  }

  /** All but the form, its dossier and its mapping. */
  #looks(scale: string | Scale | null): WatchOptions {
    this.#spoken = this.speaks;
    return { ...this.watches(), lang: this.#spoken, day: this.day, scale };
  }

  /** Looks at the form in another way: what the person has left stays left. */
  async #configure(): Promise<void> {
    if (!this.#watcher) return this.#begin();
    const beginning = ++this.#beginning;
    try {
      const scale = await this.#scale();
      if (beginning === this.#beginning) this.#watcher?.configure(this.#looks(scale));
    } catch (error) {
      if (beginning !== this.#beginning) return;
      this.#end();
      this.#fail("options", error as Error);
    }
  }

  #hear(event: Event): boolean {
    if (event instanceof TiErrorEvent) return this.dispatchEvent(event);
    this.report = this.#watcher?.report() ?? this.report;
    const told = this.tell(event);
    return told ? this.dispatchEvent(told) : true;
  }

  /** The form left the page without the element: another one may come. */
  #left(): void {
    if (!this.isConnected) return;
    this.#watcher = null;
    this.report = null;
    void this.#begin();
  }

  /** Where its form may come, and its language. */
  #places(): Set<Node> {
    return new Set([this.getRootNode(), document]);
  }

  /** Waits for the form: frameworks draw it when they will. */
  #wait(): void {
    this.report = null;
    const observer = new MutationObserver(() => {
      if (this.form) void this.#begin();
    });
    this.#waiting = observer;
    for (const place of this.#places()) {
      observer.observe(place, { childList: true, subtree: true, attributes: true, attributeFilter: ["id"] });
    }
    const absent = (): void => {
      if (this.#waiting !== observer) return;
      const which = this.for === null ? "no form is around it, and it has no attribute `for`" : `no form has the id « ${this.for} »`;
      console.warn(`territoires-industrie: <${this.localName}> waits: ${which}.`);
    };
    if (document.readyState === "complete") absent();
    else addEventListener("load", absent, { once: true });
  }

  #fail(failure: Failure, error: Error): void {
    console.error(failure === "load" ? error : new Error(`territoires-industrie: <${this.localName}>: ${error.message}`));
    this.report = null;
    this.dispatchEvent(new TiErrorEvent(failure, error));
  }

  #mapping(): Mapping | null {
    const { mapping } = this;
    if (!mapping) return null;
    return typeof mapping === "string" ? jsonOf<Mapping>("mapping", mapping) : mapping;
  }

  async #scale(): Promise<string | Scale | null> {
    const { scale } = this;
    if (typeof scale === "string" && /^\s*\{/.test(scale)) return jsonOf<Scale>("scale", scale);
    if (typeof scale !== "string" || !/\/|\.json$/.test(scale)) return scale || null;
    let answer: Response;
    try {
      answer = await fetch(new URL(scale, document.baseURI));
    } catch (error) {
      throw new Error(`attribute scale: ${scale} could not be fetched (${(error as Error).message}); connect-src must allow it`);
    }
    if (!answer.ok) throw new Error(`attribute scale: ${scale} could not be fetched (${answer.status})`);
    try {
      return (await answer.json()) as Scale;
    } catch (error) {
      throw new Error(`attribute scale: ${scale} is no JSON (${(error as Error).message}); known ids: ${known()}`);
    }
  }
}

/** What an attribute holds as JSON. */
function jsonOf<T>(attribute: string, text: string): T {
  try {
    return JSON.parse(text) as T;
  } catch (error) {
    throw new Error(`attribute ${attribute}: found ${text}, expected JSON (${(error as Error).message})`);
  }
}

/** What two values have in common that say the same; what is no JSON says only itself. */
function contentOf(value: unknown): unknown {
  try {
    return typeof value === "object" ? JSON.stringify(value) : value;
  } catch {
    return value;
  }
}

function focusOn(control: Element | null | undefined): void {
  control?.scrollIntoView({ block: "center" });
  (control as HTMLElement | null)?.focus({ preventScroll: true });
}

const known = (): string => scales().map(({ id }) => id).join(", ");

/** The language of an element: English when the nearest `lang` says so. */
function languageOf(element: Element): Lang {
  let place: Element | null = element;
  while (place) {
    const lang = place.closest("[lang]:not([lang=''])")?.getAttribute("lang");
    if (lang) return /^en\b/i.test(lang) ? "en" : "fr";
    const root: Node = place.getRootNode();
    place = root instanceof ShadowRoot ? root.host : null;
  }
  return "fr";
}
