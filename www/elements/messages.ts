/** Messages of the report beside the fields of a form, once the person has left them. */
import type { Check, Report } from "./territoires_industrie.js";
import { nearest } from "./nearest.js";
import { canBeShown, isValidatable, refuse, type Validatable } from "./refusals.js";
import { messageStyles } from "./styles/messages.js";
import { type Tone, toneOf, type Validity } from "./tone.js";

interface Message {
  tone: Tone;
  text: string;
}

/** The rule of the window of the call: it speaks of the calendar, and no correction of the form helps. */
const WINDOW = "C1";

let made = 0;

/** The lists that are shown, by their ids, each with its control. */
const shown = new Map<string, { control: Element; list: Element }>();

/** Every message on a field, by that field. */
function messagesOf({ unreadable, notices, checks }: Report): [field: string, blocks: Validity | null, Message][] {
  return [
    ...unreadable.map(({ field, message }) => entry(field, "wrong", "unread", message)),
    ...notices.map(({ field, message }) => entry(field, null, "read", message)),
    ...checks
      .filter(({ level, outcome }) => level !== "informative" && (outcome === "unmet" || outcome === "unknown"))
      .map((check) => entry(check.fields[0] ?? "", blocks(check), toneOf(check), check.message)),
  ];
}

const entry = (field: string, blocks: Validity | null, tone: Tone, text: string) =>
  [field, blocks, { tone, text }] as [string, Validity | null, Message];

function blocks({ rule, level, outcome }: Check): Validity | null {
  if (level !== "required" || rule === WINDOW) return null;
  return outcome === "unmet" ? "wrong" : "complete";
}

/** The messages beside the fields of one form. */
export class Messages {
  readonly #form: HTMLFormElement;
  #shown = false;
  #validity: Validity | null = null;
  /** Paints what the report says, once the form is read again when it is asked for. */
  readonly #repaint: (anew?: boolean) => void;
  readonly #left = new Set<Element>();
  readonly #lists = new Map<Element, HTMLUListElement>();
  /** Controls that were told to be invalid here, and not by the page. */
  readonly #marked = new Set<Element>();
  /** What is to be refused, as long as its control can be shown. */
  #refusals: ReadonlyMap<Element, string> = new Map();
  readonly #refused = new Set<Validatable>();
  /** Where the form stands, followed until it moves. */
  #root: Node | null = null;
  #over = false;
  #ended = new AbortController();
  readonly #observer = new MutationObserver((records) => {
    this.#settle();
    for (const { target } of records) clear(target as Element);
  });

  constructor(form: HTMLFormElement, repaint: (anew?: boolean) => void) {
    this.#form = form;
    this.#repaint = repaint;
    this.#settle();
  }

  /** Shows and refuses otherwise from now on: what the person has left stays left. */
  show({ messages, validity }: { messages: boolean; validity: Validity | null }): void {
    this.#shown = messages;
    this.#validity = validity;
    this.#repaint();
  }

  /** Follows the controls where the form stands: some may belong to it from outside. */
  #settle(): void {
    // Not a method of the form: looking for one there, the browser indexes all its controls by name.
    const root = Node.prototype.getRootNode.call(this.#form);
    if (root === this.#root || this.#over) return;
    this.#root = root;
    this.#ended.abort();
    this.#observer.disconnect();
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    this.#observer.observe(root, { childList: true, subtree: true });
    const left = (event: Event): void => this.#leave(event.target as Element);
    root.addEventListener("focusout", left, { signal });
    root.addEventListener("change", left, { signal });
    // A form that the browser does not let through shows all that it holds.
    root.addEventListener("invalid", left, { signal, capture: true });
    // What is hidden, or set by a script, changes without a word: the last looks are before the page's code and after it.
    const look = (): void => this.#refuse();
    const lookAgain = (event: Event): void => {
      if (this.#validity && submits(event)) this.#repaint(true);
      else if (event.type === "click") look();
    };
    for (const name of ["click", "keydown"]) root.addEventListener(name, lookAgain, { signal, capture: true });
    root.addEventListener("click", look, { signal });
    root.addEventListener("invalid", look, { signal, capture: true });
    this.#form.addEventListener("submit", () => this.#leaveAll(), { signal });
    this.#form.addEventListener("reset", (event) => this.#reset(event), { signal });
  }

  /** Shows what a report says beside the controls of the form, given by the paths of their fields. */
  paint(report: Report, controls: ReadonlyMap<string, Element>): void {
    this.#settle();
    if (this.#shown) wear(this.#root as Node, messageStyles);
    for (const control of this.#left) {
      if (!control.isConnected) this.#left.delete(control);
    }
    const beside = new Map<Element, Message[]>();
    const refusals = new Map<Element, string>();
    for (const [field, blocks, message] of messagesOf(report)) {
      const control = nearest(controls, field);
      if (!control) continue;
      if (blocks && this.#refuses(blocks) && !refusals.has(control)) refusals.set(control, message.text);
      if (!this.#shown || !this.#isLeft(control)) continue;
      const there = beside.get(control) ?? [];
      // Several rules may wait for the same thing: it is said once.
      if (!there.some(({ text }) => text === message.text)) beside.set(control, [...there, message]);
    }
    for (const control of new Set([...this.#lists.keys(), ...beside.keys()])) this.#show(control, beside.get(control));
    this.#refusals = refusals;
    this.#refuse();
  }

  /** Takes everything away. */
  remove(): void {
    this.#over = true;
    this.#ended.abort();
    this.#observer.disconnect();
    for (const control of this.#lists.keys()) this.#show(control, undefined);
    this.#refusals = new Map();
    this.#refuse();
  }

  #refuses(blocks: Validity): boolean {
    return this.#validity === "complete" || this.#validity === blocks;
  }

  /** One of a group of radios or boxes stands for all of them. */
  #isLeft(control: Element): boolean {
    if (this.#left.has(control)) return true;
    const { name, type } = control as HTMLInputElement;
    if ((type !== "radio" && type !== "checkbox") || !name) return false;
    return [...this.#left].some((other) => (other as HTMLInputElement).name === name);
  }

  #leave(control: Element): void {
    if ((control as HTMLInputElement).form !== this.#form || this.#left.has(control)) return;
    this.#left.add(control);
    this.#repaint();
  }

  #leaveAll(): void {
    // Not `form.elements`: a control may be named so.
    for (const control of this.#form) this.#left.add(control);
    this.#repaint();
  }

  #reset(event: Event): void {
    // A listener after this one may prevent it.
    setTimeout(() => {
      if (event.defaultPrevented || this.#over) return;
      this.#left.clear();
      this.#repaint();
    });
  }

  #show(control: Element, messages: readonly Message[] | undefined): void {
    const list = this.#lists.get(control);
    if (!messages) {
      this.#lists.delete(control);
      if (list) {
        list.remove();
        shown.delete(list.id);
        describe(control, list.id, false);
      }
      this.#mark(control, false);
      return;
    }
    const there = list ?? this.#place(control);
    const lines = messages.map(({ tone, text }) => {
      const line = document.createElement("li");
      line.dataset["tone"] = tone;
      line.textContent = text;
      return line;
    });
    const same =
      there.childElementCount === lines.length && lines.every((line, i) => there.children[i]?.isEqualNode(line));
    if (!same) there.replaceChildren(...lines);
    // The page may have drawn its form anew around it.
    if (!isPlaced(control, there)) placeAfter(control, there);
    describe(control, there.id, true);
    this.#mark(
      control,
      messages.some(({ tone }) => tone === "wrong" || tone === "unread"),
    );
  }

  #place(control: Element): HTMLUListElement {
    const list = document.createElement("ul");
    list.className = "ti-messages";
    list.id = `ti-messages-${++made}`;
    placeAfter(control, list);
    this.#lists.set(control, list);
    shown.set(list.id, { control, list });
    return list;
  }

  #mark(control: Element, wrong: boolean): void {
    if (wrong && !control.hasAttribute("aria-invalid")) {
      control.setAttribute("aria-invalid", "true");
      this.#marked.add(control);
    } else if (!wrong && this.#marked.delete(control)) {
      control.removeAttribute("aria-invalid");
    }
  }

  #refuse(): void {
    for (const control of this.#refused) {
      if (!this.#refusals.has(control)) refuse(control, this, "");
    }
    this.#refused.clear();
    for (const [control, text] of this.#refusals) {
      if (!isValidatable(control)) continue;
      refuse(control, this, canBeShown(control) ? text : "");
      this.#refused.add(control);
    }
  }
}

/** Whether a click or a key may submit a form. */
function submits({ type, key, target }: Partial<KeyboardEvent>): boolean {
  return type === "keydown" ? key === "Enter" : (target as Element).closest?.<HTMLButtonElement>("button, input")?.type === "submit";
}

/** The fieldset of a choice. */
function groupOf(control: Element): Element | null {
  const { type } = control as HTMLInputElement;
  return type === "radio" || type === "checkbox" ? control.closest("fieldset") : null;
}

/** Puts a list after a control: after its label when that holds it, at the end of the fieldset of a choice. */
function placeAfter(control: Element, list: Element): void {
  const group = groupOf(control);
  if (group) group.append(list);
  else (control.closest("label") ?? control).after(list);
}

/** Whether a list stands where it belongs, be it with others there. */
function isPlaced(control: Element, list: Element): boolean {
  const group = groupOf(control);
  if (group) return list.parentElement === group;
  let before = list.previousElementSibling;
  while (before?.matches(".ti-messages")) before = before.previousElementSibling;
  return before === (control.closest("label") ?? control);
}

/** Takes from the rows that the page copied the messages that came with them: they are those of another row. */
function clear(place: Element): void {
  for (const list of place.querySelectorAll("[id^=ti-messages-]")) {
    if (shown.get(list.id)?.list !== list) list.remove();
  }
  for (const control of place.querySelectorAll("[aria-describedby*=ti-messages-]")) {
    for (const [id] of (control.getAttribute("aria-describedby") ?? "").matchAll(/ti-messages-\d+/g)) {
      if (shown.get(id)?.control === control) continue;
      describe(control, id, false);
      control.removeAttribute("aria-invalid");
    }
  }
}

/** Adds an id to what describes a control, or takes it away, and leaves the others. */
function describe(control: Element, id: string, by: boolean): void {
  const ids = (control.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
  if (ids.includes(id) === by) return;
  const now = by ? [...ids, id] : ids.filter((other) => other !== id);
  if (now.length > 0) control.setAttribute("aria-describedby", now.join(" "));
  else control.removeAttribute("aria-describedby");
}

const sheets = new Map<string, CSSStyleSheet>();

/** Gives a document or a shadow root a style sheet, once. No inline style: a strict policy lets it through. */
function wear(root: Node, css: string): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const sheet = sheets.get(css) ?? new CSSStyleSheet();
  if (!sheets.has(css)) {
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
