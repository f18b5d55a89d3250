import type { TrendSeries, TrendUnit } from "#lib/evaluate/metrics/index";
import type { TrendMetric } from "./trend-metrics.ts";
import type { TrendSplit } from "./trend-splits.ts";
import type { TrendValue } from "./trend-values.ts";

/** What a trend is drawn from; its series may begin before `since`, so that the first steps can be pooled. */
export interface TrendInput {
  series: readonly TrendSeries[];
  metric: TrendMetric;
  split: TrendSplit | null;
  unit: TrendUnit;
  tz: string;
  /** Whether a step lies before the window. */
  isBefore: (at: string) => boolean;
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
