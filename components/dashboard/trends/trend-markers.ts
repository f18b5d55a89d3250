import type { Marker } from "#components/charts/series/series-data.ts";
import { localDate } from "#lib/domain/calendar.ts";
import type { Deployment, TrendUnit } from "#lib/evaluate/metrics/index.ts";

/** What was deployed, as marks on the axis of days or hours. */
export const deploymentMarkers = (
  deployments: readonly Deployment[],
  unit: TrendUnit,
  tz: string,
): Marker[] =>
  deployments.map(({ at, kind, name }) => ({
    at: unit === "day" ? localDate(tz, at) : at.toISOString(),
    label: name,
    kind,
  }));
