import type { HourSums, Reading } from "#lib/domain/alert.ts";
import { type AlertMetric, alertMetric } from "#lib/domain/alert-metric.ts";
import type { AlertRule } from "#lib/domain/alert-rule.ts";
import { localHour } from "#lib/domain/calendar.ts";
import { STARTS, USUAL_DAYS } from "../problems/index.ts";
import { readCondition } from "./read-condition.ts";
import { leastOf, type PastOfRule, RuleWatch, usualAmount } from "./rule-watch.ts";

const [MINUTE_MS, HOUR_MS, DAY_MS] = [60_000, 3_600_000, 86_400_000];

/** Minutes between looks at what needs no more, such as changes, and at budgets. */
const [HOURLY, BUDGETS] = [60, 5];

/** A window is looked at so often while it lasts. */
const LOOKS = 60;

/** Minutes between two looks at a rule: a sixtieth of its window, and an hour at most. */
export function lookMinutes({ condition, window_minutes }: AlertRule): number {
  if (condition.type === "change") return HOURLY;
  if (condition.type === "budget") return BUDGETS;
  return Math.min(HOURLY, Math.max(1, Math.floor(window_minutes / LOOKS)));
}

/** The last moment at which a rule is to be looked at. Whoever looks, and however late, looks at the same. */
export function lookAt(rule: AlertRule, now: Date): Date {
  const every = lookMinutes(rule) * MINUTE_MS;
  return new Date(Math.floor(now.getTime() / every) * every);
}

/** Answers are rated later than given: the newest would look as if fewer were. */
const RATED_WITHIN_MS = 6 * HOUR_MS;

/** Where the window of a look ends. */
export const windowEnd = (metric: AlertMetric, at: Date): Date =>
  metric === "response_rate" ? new Date(at.getTime() - RATED_WITHIN_MS) : at;

/** What a look needs to know: hours from a moment on, and the window as a whole. */
export interface LookNeeds {
  /** Null where it needs no hours. */
  hours: { since: Date; until: Date } | null;
  window: { since: Date; until: Date } | null;
}

/** Days of history that a look at a change takes, and weeks that tell which amounts are usual. */
const [CHANGE_DAYS, SILENCE_WEEKS, MONTH_DAYS] = [USUAL_DAYS + STARTS, 4, 32];

/** What a look at a moment needs to know. */
export function lookNeeds({ condition, metric, window_minutes }: AlertRule, at: Date): LookNeeds {
  const until = windowEnd(metric, at);
  const back = (ms: number) => new Date(until.getTime() - ms);
  const wholeHour = new Date(Math.floor(until.getTime() / HOUR_MS) * HOUR_MS);
  const window = { since: back(window_minutes * MINUTE_MS), until };
  switch (condition.type) {
    case "change":
      return { hours: { since: back(CHANGE_DAYS * DAY_MS), until: wholeHour }, window: null };
    case "silence": {
      const weeks = SILENCE_WEEKS * 7 * DAY_MS;
      return {
        hours: { since: back(weeks + window_minutes * MINUTE_MS + HOUR_MS), until: wholeHour },
        window,
      };
    }
    case "budget":
      return {
        hours: { since: back((condition.per === "day" ? 2 : MONTH_DAYS) * DAY_MS), until },
        window: null,
      };
    case "threshold":
      return { hours: null, window };
  }
}

/** What a look found out. */
export interface LookNumbers extends Omit<PastOfRule, "hours"> {
  hours: readonly HourSums[];
  window: { part: number; whole: number; p95: number | null };
  /** Since when the rule fires; null if it does not. */
  firingSince: Date | null;
  /** When it was resolved last. */
  resolvedAt: Date | null;
}

/** What a rule sees now. */
export function lookNow(rule: AlertRule, numbers: LookNumbers): Reading {
  const { hours, window, firingSince } = numbers;
  const { condition, metric, window_minutes } = rule;
  if (condition.type === "change" || condition.type === "budget") return watched(rule, numbers, firingSince);
  if (condition.type === "silence") {
    const length = Math.max(1, Math.round(window_minutes / 60));
    const expected = usualAmount(hours, hours.length, length) * Math.min(1, window_minutes / 60);
    return readCondition(rule, { silence: { seen: window.part, expected } });
  }
  const { part, whole, p95 } = window;
  const value = alertMetric(metric).kind === "amount" ? part : whole === 0 ? null : part / whole;
  return readCondition(leastOf(rule), {
    threshold: { value: metric === "latency_p95" ? p95 : value, n: whole },
  });
}

function watched(rule: AlertRule, numbers: LookNumbers, firingSince: Date | null): Reading {
  const { hours, tz, resolvedAt } = numbers;
  const last = hours.length - 1;
  const newest = hours[last];
  if (!newest) return { outcome: "no_data", value: null, n: 0, against: null };
  // No earlier day can count, and each day that may takes its time.
  const earliest = localHour(tz, newest.at).day - STARTS + 1;
  const since = Math.max(earliest, resolvedAt === null ? earliest : localHour(tz, resolvedAt).day + 1);
  const watch = new RuleWatch(rule, { ...numbers, since });
  for (let index = 0; index < last; index++) watch.skip(index);
  return watch.look(last, firingSince).reading;
}
