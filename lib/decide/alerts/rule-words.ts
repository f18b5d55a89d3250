import type { Reading } from "#lib/domain/alert.ts";
import { type AlertMetric, alertMetric } from "#lib/domain/alert-metric.ts";
import type { AlertRule } from "#lib/domain/alert-rule.ts";
import { scopeOfJson } from "#lib/domain/scope.ts";
import { scopeWords } from "../problems/index.ts";

const number = (value: number, digits: number): string =>
  value.toLocaleString("en-US", { maximumFractionDigits: digits });

const dollars = (value: number): string =>
  value.toLocaleString("en-US", {
    ...{ style: "currency", currency: "USD" },
    maximumFractionDigits: value !== 0 && Math.abs(value) < 1 ? 5 : 2,
  });

/** A value of a metric: "71.4%", "5,200 ms", "$0.01". */
export function metricValueWords(metric: AlertMetric, value: number): string {
  if (alertMetric(metric).kind === "share") return `${(value * 100).toFixed(1)}%`;
  if (metric === "cost" || metric === "cost_per_answer") return dollars(value);
  if (metric === "star_mean") return number(value, 2);
  const words = number(value, value < 10 ? 1 : 0);
  return metric.startsWith("latency") ? `${words} ms` : words;
}

/** A time of minutes: "5 minutes", "6 hours", "7 days". */
export function minutesWords(minutes: number): string {
  const of = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;
  if (minutes % 1_440 === 0) return of(minutes / 1_440, "day");
  return minutes % 60 === 0 ? of(minutes / 60, "hour") : of(minutes, "minute");
}

/** The answers of a rule within a sentence: "all answers", "answers of gpt-4o in support". */
export function scopeOfRule({ scope }: Pick<AlertRule, "scope">): string {
  const words = scopeWords(scopeOfJson(scope), { isNew: false });
  return /^(?:All answers|Answers)/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** What a metric is called in words: "positive rate", "latency (95th percentile)". */
export const metricWords = (metric: AlertMetric): string =>
  metric === "latency_p95"
    ? "95th percentile of latency"
    : alertMetric(metric).name.replace(/ in (?:ms|US dollars)$/, "");

/** When a rule fires, in words. */
export function ruleWords(rule: AlertRule): string {
  const { metric, condition, window_minutes } = rule;
  const [what, of, within] = [metricWords(metric), scopeOfRule(rule), minutesWords(window_minutes)];
  switch (condition.type) {
    case "change":
      return `The ${what} of ${of} is worse than usual, by about ${number(condition.by * 100, 1)} points or more`;
    case "silence":
      return `There were no ${what} for ${within} when there usually are some${of === "all answers" ? "" : `, of ${of}`}`;
    case "budget":
      return `${of.charAt(0).toUpperCase()}${of.slice(1)} cost ${number(condition.at * 100, 0)}% of ${dollars(condition.usd)} in a ${condition.per}`;
    case "threshold": {
      const amount = alertMetric(metric).kind === "amount" && metric !== "cost";
      const subject = amount ? `There are ${what}` : `The ${what}`;
      return amount
        ? `The number of ${what} within ${within} is ${condition.op} ${metricValueWords(metric, condition.value)}, of ${of}`
        : `${subject} of ${of} is ${condition.op} ${metricValueWords(metric, condition.value)} within ${within}`;
    }
  }
}

/** What a rule saw, against what is usual or its limit: "71.4%, usually 82.0%, n = 214". */
export function readingWords({ metric, condition }: AlertRule, seen: Omit<Reading, "outcome">): string {
  const { value, against, n } = seen;
  if (value === null) return n > 0 ? `too few to judge, n = ${number(n, 0)}` : "no data";
  const usual = condition.type === "change" || condition.type === "silence";
  const compared =
    against === null ? [] : [`${usual ? "usually" : "limit"} ${metricValueWords(metric, against)}`];
  const counted = alertMetric(metric).kind === "amount" ? [] : [`n = ${number(n, 0)}`];
  return [metricValueWords(metric, value), ...compared, ...counted].join(", ");
}
