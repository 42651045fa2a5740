/** Where a message belongs. */

/** The control of a field among those of a form, or else the first one above or below it. */
export function nearest(controls: ReadonlyMap<string, Element>, field: string): Element | null {
  const exact = controls.get(field);
  if (exact) return exact;
  for (const [path, control] of controls) {
    if (path.startsWith(`${field}.`) || field.startsWith(`${path}.`)) return control;
  }
  return null;
}
