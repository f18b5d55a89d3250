import { cohortKinds, type Dimension } from "#lib/domain/dimensions.ts";
import { promptName } from "./prompt-name.ts";
import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { type Gathering, readGroups, readLargest } from "./slices/groups-store.ts";
import { byDay, byHour, type Span, wholeWindow } from "./slices/spans.ts";
import { type HistogramKind, NO_COUNTS, type Summary, summarise } from "./summary.ts";

/** The time resolution of a trend. */
export type TrendUnit = "day" | "hour";

/** The dimensions a trend can be split by. */
export const trendSplits = ["feature", "model", "promptVersion", ...cohortKinds] as const;

/** One of them. */
export type TrendSplit = (typeof trendSplits)[number];

/** Metrics of a local day or hour. Without answers, counts are 0 and rates are null. */
export type TrendPoint = Summary & {
  /** A local date, or the start of an hour in ISO 8601. */
  at: string;
};

/** A trend, for one value of a dimension if it is split. */
export interface TrendSeries<Point = TrendPoint> {
  /** The value; "" means none, null means all. Prompt versions are prefixed with their template. */
  name: string | null;
  /** The values in the name: template and version for a prompt version; empty for all. */
  values: string[];
  points: Point[];
}

/** The resolution and split of a trend, and what to read besides counts. */
export interface TrendOptions {
  unit: TrendUnit;
  split?: TrendSplit | undefined;
  /** Only these histograms have percentiles. In time zones other than UTC, they are the main cost of a trend. */
  histograms?: readonly HistogramKind[] | undefined;
  /** Whether intervals account for how many people rated. It is one more thing to read of each point. */
  raters?: boolean | undefined;
  /** Maximum values to split by. */
  most?: number;
}

/** Default number of values to split by: as many as can be distinguished in a chart. */
export const SERIES_MAX = 8;

/** Metrics of a local day. */
export type TrendDay = Summary & { day: string };

/** One entry per local day of the window, including days without answers, with latency percentiles. */
export async function trend(filter: MetricFilter): Promise<TrendDay[]> {
  const [series] = await trends(filter, { unit: "day", histograms: ["latency"] });
  return (series?.points ?? []).map(({ at, ...summary }) => ({ day: at, ...summary }));
}

/** The points of a window for all answers or, if split by a dimension, for each of its most frequent values. */
export async function trends(
  filter: MetricFilter,
  { histograms = [], raters = false, ...options }: TrendOptions,
): Promise<TrendSeries[]> {
  await refreshMetrics(filter.projectId);
  return readSeries(filter, options, {
    read: (spans, cut) => readGroups(filter, spans, { histograms, raters, ...cut }),
    pointOf: (at, group) => ({
      at,
      ...summarise(group?.counts ?? NO_COUNTS, group?.histograms, group?.raters),
    }),
  });
}

/** How to read points that are grouped by spans and dimensions, and how to create one. */
interface StepsReader<Found extends { key: string[] }, Point> {
  read: (spans: readonly Span[], cut: Pick<Gathering, "by" | "among">) => Promise<Found[]>;
  /** Also for a point without data. */
  pointOf: (at: string, found: Found | undefined) => Point;
}

/** The points of a window, as one series or as one for each of the split values with the most answers. */
export async function readSeries<Found extends { key: string[] }, Point>(
  filter: MetricFilter,
  { unit, split, most = SERIES_MAX }: Omit<TrendOptions, "histograms" | "raters">,
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
  // Answers without a cohort are in none of its series.
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

/** The dimensions of a split. */
const cutOf = (split: TrendSplit): Dimension[] =>
  split === "promptVersion" ? ["promptTemplate", "promptVersion"] : [split];
