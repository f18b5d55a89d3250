import { listRules } from "#lib/act/alerts/index.ts";
import { previewRule } from "#lib/decide/alerts/index.ts";
import { STARTS, USUAL_DAYS } from "#lib/decide/problems/index.ts";
import type { HourSums } from "#lib/domain/alert.ts";
import { alertMetric } from "#lib/domain/alert-metric.ts";
import type { AlertRule } from "#lib/domain/alert-rule.ts";
import { scopeOfJson } from "#lib/domain/scope.ts";
import { watchedHours } from "#lib/evaluate/metrics/index.ts";
import { ALERT_TZ, alarmShares, dispersionsOf } from "./look-at-rules.ts";
import { validateRule } from "./save-rule.ts";

const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];

/** Days that a preview and a rule's page look back. */
export const PREVIEW_DAYS = 30;

/** A metric on a day (UTC). */
export interface MetricDay {
  day: string;
  /** Null without data. */
  value: number | null;
  n: number;
}

/** What a rule would have done in the last 30 days. */
export interface AlertPreview extends ReturnType<typeof previewRule> {
  from: Date;
  until: Date;
  days: MetricDay[];
  /** In what the preview differs from the rule; empty for none. */
  differences: string[];
}

/**
 * What a rule would have done, looked at hour by hour over the last 30 days.
 * @param ruleId of the rule that it is to replace.
 * @throws Problem 400 for a rule that cannot be saved.
 */
export async function previewAlertRule(
  projectId: string,
  rule: AlertRule,
  { now, ruleId }: { now: Date; ruleId?: string | undefined },
): Promise<AlertPreview> {
  await validateRule(projectId, rule);
  const until = new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS);
  const from = new Date(until.getTime() - PREVIEW_DAYS * DAY_MS);
  const since = new Date(from.getTime() - (USUAL_DAYS + STARTS) * DAY_MS);
  const [others, [hours = []], dispersions] = await Promise.all([
    listRules(projectId),
    watchedHours(projectId, [{ metric: rule.metric, scope: scopeOfJson(rule.scope), since, until }]),
    dispersionsOf(projectId, [{ ruleId: NEW, rule, at: until }]),
  ]);
  const shares = alarmShares([
    ...others.filter((other) => other.ruleId !== ruleId),
    { ruleId: NEW, rule, enabled: true },
  ]);
  const past = { hours, tz: ALERT_TZ, share: shares.get(NEW) ?? 1, dispersion: dispersions.get(NEW) };
  return {
    ...previewRule(rule, past, from),
    ...{ from, until, days: daysOf(rule, hours, from), differences: differencesOf(rule) },
  };
}

/** Stands for the id of a rule that has none yet. */
const NEW = "";

function differencesOf({ metric, window_minutes, condition }: AlertRule): string[] {
  const isShort = window_minutes < 60 && (condition.type === "threshold" || condition.type === "silence");
  return [
    ...(isShort ? ["A window of less than an hour is looked at as a whole hour."] : []),
    ...(metric === "latency_p95" ? ["Means stand for percentiles, which are not kept by the hour."] : []),
  ];
}

/** A metric by the day (UTC), from sums by the hour. */
export function daysOf({ metric }: AlertRule, hours: readonly HourSums[], from: Date): MetricDay[] {
  const days = Map.groupBy(
    hours.filter(({ at }) => at >= from),
    ({ at }) => at.toISOString().slice(0, 10),
  );
  return [...days].map(([day, own]) => {
    const [part, whole] = [
      own.reduce((sum, hour) => sum + hour.part, 0),
      own.reduce((sum, hour) => sum + hour.whole, 0),
    ];
    if (alertMetric(metric).kind === "amount") return { day, value: part, n: whole };
    return { day, value: whole === 0 ? null : part / whole, n: whole };
  });
}
