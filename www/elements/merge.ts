/** Reports put together from their changes. */
import type { Changes, Check, Report } from "./territoires_industrie.js";

const byRule = (checks: readonly Check[] = []): Map<string, Check> => new Map(checks.map((check) => [check.rule, check]));

/** The report with its changes: of `checks` only those that differ are given. */
export function merged(report: Report, changes: Changes): Report {
  const changed = byRule(changes.checks);
  return { ...report, ...changes, checks: report.checks.map((check) => changed.get(check.rule) ?? check) };
}

/** Changes, and those that came after them. */
export function joined(before: Changes, after: Changes): Changes {
  const checks = [...byRule([...(before.checks ?? []), ...(after.checks ?? [])]).values()];
  return { ...before, ...after, ...(checks.length > 0 ? { checks } : {}) };
}
