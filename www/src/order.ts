/** Moving the items of a list. */

/** The list with one item taken to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = [...list];
  const taken = rest.splice(from, 1);
  rest.splice(to, 0, ...taken);
  return rest;
}

/** The list with an item put at a place. */
export const put = <T>(list: readonly T[], at: number, item: T): T[] => [
  ...list.slice(0, at),
  item,
  ...list.slice(at),
];

/** Puts the focus back on the button that moved an item: at an end of the list, on the one for the other way. */
export function focusMover(item: Element | null | undefined, by: 1 | -1): void {
  const button = (way: number): HTMLButtonElement | null | undefined =>
    item?.querySelector<HTMLButtonElement>(`:scope > .row-tools [data-by="${way}"]:not(:disabled)`);
  (button(by) ?? button(-by))?.focus();
}
