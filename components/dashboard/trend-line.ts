import type { TrendPoint, TrendUnit } from "#lib/evaluate/metrics/index";
import type { Measure, MetricWords, TrendMetric } from "./trend-metrics.ts";
import type { TrendValue } from "./trend-values.ts";

/** What a trend is drawn from; its series may begin before the window, so that the first steps can be pooled. */
export interface TrendInput<Point extends { at: string } = TrendPoint> {
  /** Named by the value of the split; "" stands for none of it, null for all together. */
  series: readonly { name: string | null; points: readonly Point[] }[];
  metric: TrendMetric<Point>;
  split: LineNames | null;
  unit: TrendUnit;
  tz: string;
  /** Whether a step lies before the window. */
  isBefore: (at: string) => boolean;
}

/** What tells the lines of a trend from each other. */
export interface LineNames {
  label: string;
  /** How the line is called that has no value of it. */
  none: string;
  say?: (value: string) => string;
}

/** One line of a trend. */
export interface TrendLine {
  name: string;
  /** As drawn: of one step or, where steps are pooled, of those up to it. */
  drawn: TrendValue[];
  /** Of each step alone. */
  own: TrendValue[];
  /** Over the whole window. */
  overall: TrendValue;
}

/** What a trend is told with: its metric, what splits it, and its steps. */
export interface TrendWords {
  metric: MetricWords & { measure: { kind: Measure["kind"] } };
  split: LineNames | null;
  unit: TrendUnit;
  tz: string;
}
