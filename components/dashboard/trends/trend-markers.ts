import type { Marker } from "#components/charts/series/series-data.ts";
import { localDate } from "#lib/domain/calendar.ts";
import type { TrendUnit } from "#lib/evaluate/metrics/index.ts";
import type { TrendChange } from "#lib/use-cases/trend-changes.ts";

/** What was deployed, and the labels that were moved, as marks on the axis of days or hours. */
export const changeMarkers = (changes: readonly TrendChange[], unit: TrendUnit, tz: string): Marker[] =>
  changes.map(({ at, kind, name }) => ({
    at: unit === "day" ? localDate(tz, at) : at.toISOString(),
    label: name,
    kind,
  }));
