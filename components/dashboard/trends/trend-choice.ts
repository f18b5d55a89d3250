import type { ScoreMetric } from "../scores/score-metric.ts";
import type { ActiveValues } from "../url/active-filters.ts";
import { param, type SearchParams } from "../url/address.ts";
import { parseHalfLife } from "./half-life.ts";
import { type TrendMetric, trendMetricNamed } from "./trend-metrics.ts";
import { listSplits, type TrendSplit } from "./trend-splits.ts";

/** The longest period that may be drawn by hour, in days: more points could not be distinguished. */
export const HOURLY_MAX_DAYS = 14;

/** What the reader of the trends chose: of a score or of anything else that is counted. */
export interface TrendChoice {
  metric: TrendMetric | ScoreMetric;
  split: TrendSplit | null;
  unit: "day" | "hour";
  /** In days. */
  halfLife: number;
}

/** What an address asks of the trends; what cannot be read, or cannot be drawn, counts as not said. */
export function trendChoice(
  search: SearchParams,
  page: { chosen: ActiveValues; days: number; unit: "day" | "hour" },
  scores: readonly ScoreMetric[] = [],
): TrendChoice {
  const asked = param(search, "metric");
  const unit = param(search, "unit");
  const hourly = unit === "hour" && page.days <= HOURLY_MAX_DAYS;
  return {
    metric: scores.find(({ name }) => name === asked) ?? trendMetricNamed(asked),
    split: listSplits(page.chosen).find(({ name }) => name === param(search, "split")) ?? null,
    unit: hourly ? "hour" : unit === "day" ? "day" : page.unit,
    halfLife: parseHalfLife(param(search, "half_life")),
  };
}
