import type { FigureTarget } from "#components/figures/figure-target.ts";
import type { TrendPoint, TrendUnit } from "#lib/evaluate/metrics/index.ts";
import type { Measure, MetricLabels, TrendMetric } from "./trend-metrics.ts";
import type { TrendValue } from "./trend-values.ts";

/** What a trend is drawn from; its series may begin before the window, so that the first steps can be pooled. */
export interface TrendInput<Point extends { at: string } = TrendPoint> {
  /** The value of the split; "" for answers without one, null without a split. */
  series: readonly TrendInputSeries<Point>[];
  /** The same steps of the period before, with those that they need before them, where it is drawn. */
  previous?: PreviousPeriod<Point> | null;
  metric: TrendMetric<Point>;
  split: LineNames | null;
  unit: TrendUnit;
  tz: string;
  /** Whether a step lies before the window. */
  isBefore: (at: string) => boolean;
  /** Where the things are that a value is of. */
  figureOf?: TrendFigure;
}

/** One series; what its page is filtered by beyond the page itself, by its name in the address. */
export interface TrendInputSeries<Point> {
  name: string | null;
  filters?: Record<string, string>;
  points: readonly Point[];
}

/** The previous period; its steps are drawn under those of the current one. */
export interface PreviousPeriod<Point> {
  points: readonly Point[];
  /** Whether a step lies before it. */
  isBefore: (at: string) => boolean;
}

/** Where so many of what a value counts are: of a step, or of so many steps up to it, within further filters. */
export type TrendFigure = (
  value: { at: string; pooled: number; filters: Record<string, string> },
  count: number,
) => FigureTarget | undefined;

/** What a trend is split by. */
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
  /** Where each value as drawn leads. */
  targets: (FigureTarget | null)[];
  /** Of each step alone, and where each of these leads. */
  own: TrendValue[];
  ownTargets: (FigureTarget | null)[];
  /** Over the whole window. */
  overall: TrendValue;
}

/** What describes a trend: its metric, its split and its step. */
export interface TrendLabels {
  metric: MetricLabels & { measure: { kind: Measure["kind"] } };
  split: LineNames | null;
  unit: TrendUnit;
  tz: string;
}
