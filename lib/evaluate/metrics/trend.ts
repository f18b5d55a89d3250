import type { Dimension } from "./choose-source.ts";
import { promptName } from "./prompt-name.ts";
import { refreshMetrics } from "./refresh.ts";
import type { CohortKind, MetricFilter } from "./schema.ts";
import { byDay, byHour, wholeWindow } from "./spans.ts";
import { type Group, readGroups, readLargest } from "./store.ts";
import { type HistogramKind, NO_COUNTS, type Summary, summarise } from "./summary.ts";

/** In what steps a trend goes. */
export type TrendUnit = "day" | "hour";

/** By what a trend may be split. */
export type TrendSplit = "feature" | "model" | "promptVersion" | CohortKind;

/** What one local day or hour came to; one without answers has counts of 0 and rates of null. */
export type TrendPoint = Summary & {
  /** A local date, or the first moment of an hour in ISO 8601. */
  at: string;
};

/** A trend, of one value of a dimension where it is split by one. */
export interface TrendSeries {
  /** The value; "" stands for none, null for all of them together. A prompt version is named with its template. */
  name: string | null;
  /** The values that the name is made of: of a prompt version its template and itself, none for all of them together. */
  values: string[];
  points: TrendPoint[];
}

/** How a trend is cut and what beyond counts is read for it. */
export interface TrendOptions {
  unit: TrendUnit;
  split?: TrendSplit | undefined;
  /** Percentiles are there of these histograms only. In a zone that is not UTC they are what a trend costs most. */
  histograms?: readonly HistogramKind[] | undefined;
  /** Into how many values at most it is split. */
  most?: number;
}

/** Into how many values a trend is split where nothing is said: as many as can be told apart in a chart. */
export const SERIES_MAX = 8;

/** What one local day came to. */
export type TrendDay = Summary & { day: string };

/** One entry for every local day of the window, also for those without answers, with the percentiles of its latency. */
export async function trend(filter: MetricFilter): Promise<TrendDay[]> {
  const [series] = await trends(filter, { unit: "day", histograms: ["latency"] });
  return (series?.points ?? []).map(({ at, ...summary }) => ({ day: at, ...summary }));
}

/** The steps of a window, all answers together or, split by a dimension, those of each of its most frequent values. */
export async function trends(
  filter: MetricFilter,
  { unit, split, histograms = [], most = SERIES_MAX }: TrendOptions,
): Promise<TrendSeries[]> {
  await refreshMetrics(filter.projectId);
  const spans = unit === "day" ? byDay(filter, filter.tz) : byHour(filter, filter.tz);
  const labels = [...new Set(spans.map(({ label }) => label))];
  if (!split)
    return [
      { name: null, values: [], points: pointsOf(labels, await readGroups(filter, spans, { histograms })) },
    ];
  const by = cutOf(split);
  const largest = await readLargest(filter, wholeWindow(filter, filter.tz), by, most);
  // An answer of no cohort is in none of its lines.
  const names = largest.filter(([value]) => value !== "" || split === "promptVersion");
  const among = by.map((_, index) => [...new Set(names.map((values) => values[index] ?? ""))]);
  const groups = await readGroups(filter, spans, { by, histograms, among });
  const known = Map.groupBy(groups, ({ key: [, ...values] }) => JSON.stringify(values));
  return names.map((values) => ({
    name: promptName(values[0] ?? "", values[1] ?? ""),
    values,
    points: pointsOf(labels, known.get(JSON.stringify(values)) ?? []),
  }));
}

/** The dimensions that a split means. */
const cutOf = (split: TrendSplit): Dimension[] =>
  split === "promptVersion" ? ["promptTemplate", "promptVersion"] : [split];

function pointsOf(labels: readonly string[], groups: readonly Group[]): TrendPoint[] {
  const known = new Map(groups.map((group) => [group.key[0], group]));
  return labels.map((at) => {
    const group = known.get(at);
    return { at, ...summarise(group?.counts ?? NO_COUNTS, group?.histograms) };
  });
}
