/** What keeps the browser from submitting a control, beside what the page itself refuses. */

export interface Validatable extends Element {
  setCustomValidity(text: string): void;
  readonly validity?: ValidityState;
  readonly validationMessage?: string;
  readonly willValidate?: boolean;
}

export const isValidatable = (control: Element): control is Validatable => "setCustomValidity" in control;

/** Whether a browser can show what it refuses; else it refuses in silence. */
export const canBeShown = (control: Element): boolean =>
  control.checkVisibility?.({ visibilityProperty: true }) !== false && !control.closest("[inert]");

/** What was said of a control last, and by whom: of several, the first is heard. */
interface Refusals {
  said: string;
  readonly by: Map<object, string>;
}

const refusals = new WeakMap<Validatable, Refusals>();

/** Refuses a control for someone; with no text, that one refuses it no more. What the page says of it stays. */
export function refuse(control: Validatable, who: object, text: string): void {
  const held = refusals.get(control) ?? { said: "", by: new Map<object, string>() };
  refusals.set(control, held);
  if (text) held.by.set(who, text);
  else held.by.delete(who);
  const [now = ""] = held.by.values();
  if (isOfThePage(control, held.said)) {
    held.said = "";
  } else {
    control.setCustomValidity(now);
    held.said = now;
  }
}

function isOfThePage({ validity, validationMessage, willValidate }: Validatable, said: string): boolean {
  if (!validity?.customError) return false;
  // A control that is not validated, such as a disabled one, does not tell its text.
  return willValidate === false ? said === "" : validationMessage !== said;
}
