/** How far each step of the form has come, as the report tells it. */
import type { Check, Report } from "territoires-industrie";
import type { SectionId } from "../i18n/sections.js";
import type { View } from "./view.js";

export const stepIds = ["territory", "perimeter", "governance", "action_plan", "chef_de_projet"] as const;

/** `advised`: nothing required is left, advice is. `blank`: nothing is required and nothing was given. */
export type StepState = "blank" | "wrong" | "todo" | "advised" | "done";

export interface Step {
  state: StepState;
  /** How many things are left to do, required ones first: those alone are counted while there are any. */
  left: number;
}

/** The step that shows a field. */
export const stepOf = (path: string): SectionId =>
  stepIds.find((id) => path === id || path.startsWith(`${id}.`)) ?? "territory";

/** Whether a check only says that the call is closed today, which no entry of the person brought about. */
export const isOnlyToday = (check: Check, view: View): boolean =>
  check.rule === "C1" && !view.shared.dossier.filed_on;

/** Whether a check asks for something in a step. */
const asks = (check: Check, view: View): boolean =>
  check.level !== "informative" &&
  (check.outcome === "unmet" || check.outcome === "unknown") &&
  !isOnlyToday(check, view);

const isGiven = (value: unknown): boolean =>
  typeof value === "object" && value !== null
    ? Object.values(value).some(isGiven)
    : value !== null && value !== undefined && value !== "";

function isTouched(view: View, id: SectionId): boolean {
  return Object.entries(view.shared.dossier).some(([key, value]) => stepOf(key) === id && isGiven(value));
}

export function stepAt(view: View, report: Report, id: SectionId): Step {
  const asked = report.checks.filter(
    (check) => asks(check, view) && stepOf(check.fields[0] ?? "") === id,
  );
  const required = asked.filter(({ level }) => level === "required");
  const unread = report.unreadable.filter(({ field }) => stepOf(field) === id && !view.isQuiet(field));
  const wrong = required.filter(({ outcome }) => outcome === "unmet");
  if (wrong.length + unread.length) return { state: "wrong", left: wrong.length + unread.length };
  if (required.length) return { state: "todo", left: required.length };
  if (!isTouched(view, id)) return { state: "blank", left: 0 };
  return asked.length ? { state: "advised", left: asked.length } : { state: "done", left: 0 };
}
