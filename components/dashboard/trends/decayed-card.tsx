import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { SeriesChart } from "#components/charts/series/series-chart.tsx";
import { RateValue } from "#components/figures/rate-value.tsx";
import { formatCountOf } from "#components/format/numbers.ts";
import type { DecayedDay } from "#lib/use-cases/decayed-trend.ts";
import type { TrendChange } from "#lib/use-cases/trend-changes.ts";
import { prepareDecayed } from "./decayed-view.ts";
import { TrendHalfLife } from "./trend-half-life.tsx";
import { changeMarkers } from "./trend-markers.ts";

interface DecayedCardProps {
  days: readonly DecayedDay[];
  halfLife: number;
  tz: string;
  changes: readonly TrendChange[];
}

/** The positive rate with recent ratings weighted more. */
export function DecayedCard({ days, halfLife, tz, changes }: DecayedCardProps) {
  const { points, values, bands, counts, newest, summary, table } = prepareDecayed(days, halfLife);
  return (
    <ChartFrame
      title="Decayed positive rate"
      note={`Recent ratings count more: a rating loses half its weight every ${formatCountOf(halfLife, "day")}. n is the effective sample size`}
      summary={summary}
      table={table}
      fileName="positive-rate-decayed"
    >
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {newest && <RateValue rate={newest} of="ratings" large inline />}
        <TrendHalfLife halfLife={halfLife} />
      </div>
      <SeriesChart
        points={points}
        unit="day"
        tz={tz}
        format="percent"
        series={[{ name: "Decayed rate", values, band: bands, n: counts }]}
        markers={changeMarkers(changes, "day", tz)}
      />
    </ChartFrame>
  );
}
