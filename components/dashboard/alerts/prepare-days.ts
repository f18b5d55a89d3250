import type { Series, SeriesData } from "#components/charts/series/series-data.ts";
import { seriesSummary } from "#components/charts/series/series-summary.ts";
import { seriesTable } from "#components/charts/series/series-table.ts";
import type { TableData } from "#components/charts/table-data.ts";
import type { AlertMetric } from "#lib/domain/alert-metric.ts";
import { metricFormat, metricTitle } from "./alert-words.ts";

/** A metric by the day, and for which times a rule fired. */
export interface RuleDays {
  metric: AlertMetric;
  days: readonly { day: string; value: number | null; n: number }[];
  /** Moments in ISO 8601; `until` is null while it fires. */
  episodes: readonly { from: string; until: string | null }[];
  /** What the second line is called. */
  fired: string;
}

/** The chart of a rule's metric. */
export interface RuleChart {
  data: SeriesData;
  table: TableData;
  summary: string;
}

/** What the chart of a rule's metric shows: each day (UTC), and once more the days on which the rule fired. */
export function prepareDays({ metric, days, episodes, fired }: RuleDays): RuleChart {
  const isFiring = (day: string) =>
    episodes.some(
      ({ from, until }) => from.slice(0, 10) <= day && (until === null || day <= until.slice(0, 10)),
    );
  const all: Series = {
    name: metricTitle(metric),
    values: days.map(({ value }) => value),
    n: days.map(({ n }) => n),
  };
  const some = days.map(({ day, value }) => (isFiring(day) ? value : null));
  const data: SeriesData = {
    points: days.map(({ day }) => day),
    ...{ unit: "day", tz: "UTC", format: metricFormat(metric) },
    series: some.some((value) => value !== null) ? [all, { name: fired, values: some }] : [all],
  };
  return { data, table: seriesTable(data), summary: seriesSummary(metricTitle(metric), data) };
}
