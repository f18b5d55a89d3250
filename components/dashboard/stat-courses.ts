import type { TrendPoint, TrendUnit } from "#lib/evaluate/metrics/index";
import { trendMetricNamed } from "./trend-metrics.ts";
import { drawnValue, stepsPooled, valueOver } from "./trend-values.ts";

/** The metrics whose courses stand beside the overview's figures. */
export const courseNames = [
  "positive_rate",
  "response_rate",
  "interactions",
  "corrections",
  "latency_p95",
  "cost",
] as const;

/** The course of each over the window. */
export type Courses = Record<(typeof courseNames)[number], (number | null)[]>;

/** Decides the courses that tiles draw: thin steps pooled as in the trends; `lead` are the points before the window. */
export function coursesOf(
  points: readonly TrendPoint[],
  { lead, unit }: { lead: number; unit: TrendUnit },
): Courses {
  const courseOf = (name: string) => {
    const { measure } = trendMetricNamed(name);
    const after = points.slice(lead);
    const pooled = stepsPooled([after], measure, unit);
    return after.map((_, index) => {
      const end = lead + index + 1;
      return drawnValue(valueOver(points.slice(Math.max(0, end - pooled), end), measure));
    });
  };
  return Object.fromEntries(courseNames.map((name) => [name, courseOf(name)])) as Courses;
}
