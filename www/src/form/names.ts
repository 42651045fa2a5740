/** What the person calls a field that is told of away from the form. */
import { fieldLabel } from "../i18n/fields.js";
import { lists, type ListPath } from "../i18n/sections.js";
import type { View } from "./view.js";

/** A field by its name, after that of its row: « Action 1, Coût ». A row has a name of its own. */
export function nameOf(view: View, path: string): string {
  const [, list = "", index, field] = /^(.+?)\.(\d+)(\..+)?$/.exec(path) ?? [];
  const label = view.t(fieldLabel(path).label);
  if (!(list in lists)) return label;
  const row = view.t(lists[list as ListPath].row, { n: Number(index) + 1 });
  return field ? `${row}, ${label}` : row;
}
