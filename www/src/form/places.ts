/** Where a path of the dossier is on the page: its control, else the nearest group around it. */

const CONTROL = "input:not([type=hidden]), select, textarea";

/** The id of the place that shows a path: found at once, however long the form is. */
export const placeId = (path: string): string => `part-${path.replaceAll(".", "-")}`;

/** The place that shows a path: its own, or that of the nearest group that the page has. */
export function placeOf(path: string): HTMLElement | null {
  for (let at = path; at; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const place = document.getElementById(placeId(at));
    if (place) return place;
  }
  return null;
}

/** Opens what hides a path, and moves the focus there. */
export function focusPath(path: string): void {
  const place = placeOf(path);
  if (!place) return;
  for (let fold = place.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
  const controls = [...place.querySelectorAll<HTMLElement>(`${CONTROL}, button`)].filter((control) =>
    control.checkVisibility(),
  );
  const control = controls.find((one) => one.matches("[type=radio]:checked")) ?? controls[0];
  control?.focus({ preventScroll: true });
  (control ?? place).scrollIntoView({ block: "center" });
}

/** Marks the places whose controls the focus has left: from then on they show their messages. */
export function leave(event: FocusEvent): void {
  const next =
    event.relatedTarget instanceof Element && event.relatedTarget.matches(CONTROL)
      ? event.relatedTarget
      : null;
  for (let place = placeAround(event.target); place; place = placeAround(place.parentElement)) {
    if (!place.contains(next)) place.toggleAttribute("data-left", true);
  }
}

/** Marks the place of a control whose answer is complete. */
export function changed(event: Event): void {
  placeAround(event.target)?.toggleAttribute("data-left", true);
}

/** Whether something is typed letter by letter in what an event is about. */
export const isTyped = ({ target }: Event): boolean =>
  target instanceof HTMLElement && target.matches("textarea, input:not([type=radio], [type=checkbox], [type=range])");

/** Keeps a place quiet while it is being typed in again, unless it already shows a message. */
export function typing(event: Event): void {
  const place = placeAround(event.target);
  if (isTyped(event) && place && !place.querySelector(":scope > .notes")) place.removeAttribute("data-left");
}

/** Marks the places that hold an answer as left: what was loaded is not being typed. */
export function leaveAnswered(part: HTMLElement): void {
  for (const place of part.querySelectorAll("[data-path]")) {
    const controls = [...place.querySelectorAll<HTMLInputElement>("[name]")];
    place.toggleAttribute("data-left", controls.some(isAnswered));
  }
}

const isAnswered = (control: HTMLInputElement): boolean =>
  control.value !== "" && (control.checked || (control.type !== "radio" && control.type !== "checkbox"));

const placeAround = (node: EventTarget | null): HTMLElement | null =>
  node instanceof Element ? node.closest<HTMLElement>("[data-path]") : null;

/** The path of the control that is being typed in and shows no message yet; null when there is none. */
export function pathBeingTyped(): string | null {
  const control = document.activeElement;
  // No property of the form is asked for: once the page has changed, that indexes all its controls by name anew.
  if (!control?.closest("form")) return null;
  const name = control.getAttribute("name");
  return name && !placeAround(control)?.hasAttribute("data-left") ? name : null;
}
