import type { ValueFormat } from "#components/charts/series/series-data.ts";
import { capitalize } from "#components/format/capitalize.ts";
import type { BadgeTone } from "#components/ui/badge.tsx";
import type { AlertTransition } from "#lib/act/alerts/index.ts";
import type { AlertState } from "#lib/domain/alert.ts";
import { type AlertMetric, alertMetric } from "#lib/domain/alert-metric.ts";

/** Where a rule stands, in a word. */
export const stateWords: Record<AlertState, { label: string; tone: BadgeTone }> = {
  firing: { label: "Firing", tone: "bad" },
  pending: { label: "Pending", tone: "warn" },
  no_data: { label: "No data", tone: "neutral" },
  ok: { label: "OK", tone: "good" },
};

/** What happened to a rule, in words. */
export function transitionWords({ from, to, change }: AlertTransition): string {
  if (change !== null) return capitalize(change);
  if (to === "firing") return from === "no_data" ? "Fires on" : "Fired";
  if (to === "pending") return "Bad, but not for long enough yet";
  if (to === "no_data") return "Without data";
  return from === "firing" ? "Resolved" : from === "no_data" ? "Data again" : "As usual again";
}

/** How values of a metric are said in charts. */
export function metricFormat(metric: AlertMetric): ValueFormat {
  if (alertMetric(metric).kind === "share") return "percent";
  if (metric.startsWith("latency")) return "duration";
  if (metric === "cost" || metric === "cost_per_answer") return "usd";
  if (metric === "star_mean") return "decimal";
  return metric === "tokens_per_answer" ? "tokens" : "count";
}

/** The name of a metric as a title: "Positive rate". */
export const metricTitle = (metric: AlertMetric): string => capitalize(alertMetric(metric).name);
