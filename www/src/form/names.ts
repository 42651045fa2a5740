/** What the person calls a field that is told of away from the form. */
import { fieldLabel } from "../i18n/fields.js";
import { lists, type ListPath } from "../i18n/sections.js";
import type { View } from "./view.js";

/** A field by its name, after that of its row. */
export function nameOf(view: View, path: string): string {
  const [list, index] = path.split(/\.(\d+)(?:\.|$)/);
  const label = view.t(fieldLabel(path).label);
  const row = lists[list as ListPath] as (typeof lists)[ListPath] | undefined;
  return row ? `${view.t(row.row, { n: Number(index) + 1 })}, ${label}` : label;
}
