import { refreshMetrics } from "./refresh.ts";
import type { MetricFilter } from "./schema.ts";
import { byDay, byHour, type Span } from "./spans.ts";
import { type Dimension, type Group, readGroups } from "./store.ts";
import { NO_COUNTS, type Summary, summarise } from "./summary.ts";

/** In what steps a trend goes. */
export type TrendUnit = "day" | "hour";

/** What one local day or hour came to; one without answers has counts of 0 and rates of null. */
export type TrendPoint = Summary & {
  /** A local date, or the first moment of an hour in ISO 8601. */
  at: string;
};

/** A trend, of one value of a dimension where it is split by one. */
export interface TrendSeries {
  /** The value; "" stands for none, null for all of them together. */
  name: string | null;
  points: TrendPoint[];
}

/** Most values that a trend is split into: those with most answers. */
const SERIES_MAX = 8;

/** What one local day came to. */
export type TrendDay = Summary & { day: string };

/** One entry for every local day of the window, also for those without answers. */
export async function trend(filter: MetricFilter): Promise<TrendDay[]> {
  const [series] = await trends(filter, { unit: "day" });
  return (series?.points ?? []).map(({ at, ...summary }) => ({ day: at, ...summary }));
}

/** The steps of a window, all answers together or, split by a dimension, those of each of its most frequent values. */
export async function trends(
  filter: MetricFilter,
  { unit, split }: { unit: TrendUnit; split?: Dimension | undefined },
): Promise<TrendSeries[]> {
  await refreshMetrics(filter.projectId);
  const spans = unit === "day" ? byDay(filter, filter.tz) : byHour(filter, filter.tz);
  const groups = await readGroups(filter, spans, { by: split ? [split] : [], histograms: ["latency"] });
  const labels = [...new Set(spans.map(({ label }: Span) => label))];
  if (!split) return [{ name: null, points: pointsOf(labels, groups) }];
  return [...Map.groupBy(groups, ({ key: [, name = ""] }) => name)]
    .map(([name, own]) => ({
      name,
      own,
      answers: own.reduce((sum, { counts }) => sum + counts.interactions, 0),
    }))
    .sort((one, other) => other.answers - one.answers)
    .slice(0, SERIES_MAX)
    .map(({ name, own }) => ({ name, points: pointsOf(labels, own) }));
}

function pointsOf(labels: readonly string[], groups: readonly Group[]): TrendPoint[] {
  const known = new Map(groups.map((group) => [group.key[0], group]));
  return labels.map((at) => {
    const group = known.get(at);
    return { at, ...summarise(group?.counts ?? NO_COUNTS, group?.histograms) };
  });
}
