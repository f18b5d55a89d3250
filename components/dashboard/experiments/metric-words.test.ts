import { expect, it } from "vitest";
import { builtInMetrics } from "#lib/domain/experiment.ts";
import { signalKindSchema } from "#lib/domain/signal.ts";
import {
  differenceInterval,
  formatMetric,
  formatMetricDifference,
  formatMetricInterval,
  metricLabel,
} from "./metric-words.ts";

it.each([
  ["positive_rate", "Positive rate", "50.0%", "50.0–75.0%", "+3.2 points", "−1.0 to +7.4"],
  ["star_mean", "Mean stars", "0.50", "0.50–0.75", "+0.032", "−0.01 to +0.074"],
  ["latency", "Latency", "1 ms", "1 ms–1 ms", "+3.2%", "−1.0% to +7.4%"],
  ["cost", "Cost per answer", "$0.50", "$0.50–$0.75", "+3.2%", "−1.0% to +7.4%"],
  ["signal:copy", "Copied", "50.0%", "50.0–75.0%", "+3.2 points", "−1.0 to +7.4"],
  ["score:task_solved", "Task solved", "0.50", "0.50–0.75", "+0.032", "−0.01 to +0.074"],
])("%s is said in its unit", (metric, label, value, interval, difference, between) => {
  expect([
    metricLabel(metric),
    formatMetric(metric, 0.5),
    formatMetricInterval(metric, { low: 0.5, high: 0.75 }),
    formatMetricDifference(metric, 0.032),
    differenceInterval(metric, { low: -0.01, high: 0.074 }),
  ]).toEqual([label, value, interval, difference, between]);
});

it("every metric has a name of its own", () => {
  const metrics = [...builtInMetrics, ...signalKindSchema.options.map((signal) => `signal:${signal}`)];
  expect(new Set(metrics.map(metricLabel)).size).toBe(metrics.length);
});
