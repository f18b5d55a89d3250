import type { Alert, AlertState, Reading } from "#lib/domain/alert.ts";
import { type AlertRule, alertRuleSchema } from "#lib/domain/alert-rule.ts";
import type { Prisma } from "#lib/platform/db/client.ts";

/** Where a rule stands, as it is kept. */
export interface RuleAlert extends Alert, Omit<Reading, "outcome"> {
  /** When it was resolved last. */
  resolvedAt: Date | null;
  /** The moment of the last look; null before the first. */
  lookedAt: Date | null;
  nextLookAt: Date | null;
  /** What it fires for, which is told once for all rules that fire for it. */
  groupKey: string | null;
  problemId: string | null;
}

/** A rule of a project. */
export interface StoredRule {
  ruleId: string;
  rule: AlertRule;
  /** Whether it is looked at; it is paused otherwise. */
  enabled: boolean;
  /** Whether the project was given it by itself. */
  isDefault: boolean;
  createdBy: string;
  createdAt: Date;
  updatedBy: string;
  updatedAt: Date;
  alert: RuleAlert;
}

/** A change of where a rule stands. */
export interface AlertTransition {
  transitionId: string;
  ruleId: string;
  from: AlertState;
  to: AlertState;
  at: Date;
  /** Since when it had fired, if it does not any more. */
  firedSince: Date | null;
  /** What was seen. */
  value: number | null;
  n: number | null;
  against: number | null;
  problemId: string | null;
  /** What was done to the rule, and by whom; null where it was the data. */
  change: RuleChange | null;
  by: string | null;
}

/** What people do to a rule. */
export type RuleChange = "edited" | "paused" | "resumed";

/** The rows of a rule. */
export const withAlert = { include: { alert: true } } as const;

type Row = Prisma.AlertRuleGetPayload<typeof withAlert>;

/** Rows as a rule. */
export function toRule({ projectId: _, name: _name, alert: row, ...rule }: Row): StoredRule {
  if (!row) throw new Error(`The alert rule ${rule.ruleId} has no row in alert.`);
  const { projectId: _project, ruleId: _rule, n, ...alert } = row;
  return { ...rule, rule: alertRuleSchema.parse(rule.rule), alert: { ...alert, n: n ?? 0 } };
}

/** A rule as it is kept: moments as texts. */
export const ruleColumns = (rule: AlertRule) => ({
  name: rule.name,
  rule: JSON.parse(JSON.stringify(rule)) as Prisma.InputJsonObject,
});
