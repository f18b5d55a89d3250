import type { AlertMetric } from "#lib/domain/alert-metric.ts";
import { type Dimension, dimensionNames } from "#lib/domain/dimensions.ts";
import type { Scope } from "../problems/index.ts";

/** A rule that fires. */
export interface FiringRule {
  id: string;
  metric: AlertMetric;
  scope: Scope;
}

/** An open problem, by which alerts are explained. */
export interface ExplainingProblem {
  id: string;
  scope: Scope;
  /** The category whose share grew; null for thumbs down. */
  category: string | null;
  harm: number;
}

/** Alerts of one cause, which are one message. */
export interface AlertGroup {
  /** The same as long as the cause is the same: `problem:ID`, or `rule:ID` where no problem explains it. */
  key: string;
  problemId: string | null;
  rules: string[];
}

/**
 * Groups alerts by the problem behind them: the most harmful one that is of ratings as the rule is, and whose answers it
 * watches some of. A rule that no problem explains is a group of its own.
 */
export function groupAlerts(
  firing: readonly FiringRule[],
  problems: readonly ExplainingProblem[],
): AlertGroup[] {
  const byHarm = [...problems].sort((one, other) => other.harm - one.harm);
  const groups = new Map<string, AlertGroup>();
  for (const { id, metric, scope } of firing) {
    const problemId =
      byHarm.find((problem) => isOfSame(metric, problem) && overlap(scope, problem.scope))?.id ?? null;
    const key = problemId === null ? `rule:${id}` : `problem:${problemId}`;
    const group = groups.get(key) ?? { key, problemId, rules: [] };
    groups.set(key, { ...group, rules: [...group.rules, id] });
  }
  return [...groups.values()];
}

/** Whether a problem, which is of ratings, can be why a metric is bad: slow answers have another cause. */
const isOfSame = (metric: AlertMetric, { category }: ExplainingProblem): boolean =>
  metric === "positive_rate" ||
  metric === "star_mean" ||
  (metric.startsWith("category:") && (category === null || metric === `category:${category}`));

/** Whether an answer can be in both: no dimension has two values. */
const overlap = (one: Scope, other: Scope): boolean =>
  dimensionNames.every((name: Dimension) => {
    const [own, theirs] = [one[name], other[name]];
    return own === undefined || theirs === undefined || own === theirs;
  });
