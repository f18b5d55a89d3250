import { cohortKinds, type Dimension } from "#lib/domain/dimensions.ts";
import { promptName } from "./prompt-name.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";

import { type Gathering, readGroups, readLargest } from "./slices/groups-store.ts";
import { byDay, byHour, type Span, wholeWindow } from "./slices/spans.ts";
import { type HistogramKind, NO_COUNTS, type Summary, summarise } from "./summary.ts";

/** In what steps a trend goes. */
export type TrendUnit = "day" | "hour";

/** By what a trend may be split. */
export const trendSplits = ["feature", "model", "promptVersion", ...cohortKinds] as const;

/** One of them. */
export type TrendSplit = (typeof trendSplits)[number];

/** What one local day or hour came to; one without answers has counts of 0 and rates of null. */
export type TrendPoint = Summary & {
  /** A local date, or the first moment of an hour in ISO 8601. */
  at: string;
};

/** A trend, of one value of a dimension where it is split by one. */
export interface TrendSeries<Point = TrendPoint> {
  /** The value; "" stands for none, null for all of them together. A prompt version is named with its template. */
  name: string | null;
  /** The values that the name is made of: of a prompt version its template and itself, none for all of them together. */
  values: string[];
  points: Point[];
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
  { histograms = [], ...options }: TrendOptions,
): Promise<TrendSeries[]> {
  await refreshMetrics(filter.projectId);
  return readSeries(filter, options, {
    read: (spans, cut) => readGroups(filter, spans, { histograms, ...cut }),
    pointOf: (at, group) => ({ at, ...summarise(group?.counts ?? NO_COUNTS, group?.histograms) }),
  });
}

/** How the steps of something are read that is gathered by spans and dimensions, and what one of them is. */
interface StepsReader<Found extends { key: string[] }, Point> {
  read: (spans: readonly Span[], cut: Pick<Gathering, "by" | "among">) => Promise<Found[]>;
  /** Of a step of which nothing was found, too. */
  pointOf: (at: string, found: Found | undefined) => Point;
}

/** The steps of a window, in one line or in one for each of the values of a split that most answers have. */
export async function readSeries<Found extends { key: string[] }, Point>(
  filter: MetricFilter,
  { unit, split, most = SERIES_MAX }: Omit<TrendOptions, "histograms">,
  { read, pointOf }: StepsReader<Found, Point>,
): Promise<TrendSeries<Point>[]> {
  const spans = unit === "day" ? byDay(filter, filter.tz) : byHour(filter, filter.tz);
  const labels = [...new Set(spans.map(({ label }) => label))];
  const pointsOf = (found: readonly Found[]) => {
    const known = new Map(found.map((step) => [step.key[0], step]));
    return labels.map((at) => pointOf(at, known.get(at)));
  };
  if (!split) return [{ name: null, values: [], points: pointsOf(await read(spans, {})) }];
  const by = cutOf(split);
  const largest = await readLargest(filter, wholeWindow(filter, filter.tz), by, most);
  // An answer of no cohort is in none of its lines.
  const names = largest.filter(([value]) => value !== "" || split === "promptVersion");
  const among = by.map((_, index) => [...new Set(names.map((values) => values[index] ?? ""))]);
  const found = Map.groupBy(await read(spans, { by, among }), ({ key: [, ...values] }) =>
    JSON.stringify(values),
  );
  return names.map((values) => ({
    name: promptName(values[0] ?? "", values[1] ?? ""),
    values,
    points: pointsOf(found.get(JSON.stringify(values)) ?? []),
  }));
}

/** The dimensions that a split means. */
const cutOf = (split: TrendSplit): Dimension[] =>
  split === "promptVersion" ? ["promptTemplate", "promptVersion"] : [split];
