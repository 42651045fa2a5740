/** The report as the page holds it. */
import type { Changes, Report } from "territoires-industrie";

/** The report with its changes: of `checks` only those that differ are given. */
export function merge(report: Report, changes: Changes): Report {
  const changed = new Map(changes.checks?.map((check) => [check.rule, check]));
  return { ...report, ...changes, checks: report.checks.map((check) => changed.get(check.rule) ?? check) };
}
