import { ChartLine } from "lucide-react";
import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { BandChart } from "#components/charts/series/band-chart.tsx";
import { seriesSummary } from "#components/charts/series/series-summary.ts";
import { pointCell, valueCell } from "#components/charts/table-cells.ts";
import { TOO_FEW } from "#components/format/numbers.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { addDays } from "#lib/domain/calendar.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import type { BandDay } from "./pool-days.ts";

interface BandCardProps {
  days: readonly BandDay[];
  pooled: number;
  base: string;
  search: SearchParams;
  tz: string;
}

/** The band of true quality by day. */
export function BandCard({ days, pooled, base, search, tz }: BandCardProps) {
  const points = days.map(({ day }) => day);
  const low = days.map(({ band }) => band?.low ?? null);
  const high = days.map(({ band }) => band?.high ?? null);
  const n = days.map((day) => day.n);
  const values = days.map(({ band }) => band?.observed ?? null);
  const line = { name: "Positive rate", values };
  return (
    <ChartFrame
      title="Quality band by day"
      note="Possible share of good answers: from both groups rating equally often (bottom) to unhappy users rating five times as often (top)"
      summary={seriesSummary("Quality band by day; its lower end is the positive rate", {
        points,
        unit: "day",
        tz,
        format: "percent",
        series: [
          { name: "At 1:1", values: low },
          { name: "At 5:1", values: high },
        ],
      })}
      table={{
        columns: [
          { head: "Day", rowHead: true },
          ...["At 1:1", "At 5:1", "n"].map((head) => ({ head, numeric: true })),
        ],
        rows: days
          .map(({ day, band, n: thumbs }) => [
            pointCell(day, "day", tz),
            valueCell(band?.low, "percent"),
            valueCell(band?.high, "percent"),
            thumbs,
          ])
          .reverse(),
      }}
      fileName="quality-band-by-day"
    >
      <p className="mb-2 max-w-prose text-soft text-sm">
        {pooled > 1 && `Single days have few thumbs, so each value covers the ${pooled} days up to it. `}
        Values with fewer than {TOO_FEW} thumbs are shown as gaps.
      </p>
      {values.some((value) => value !== null) ? (
        <BandChart
          {...{ points, low, high, n, line, tz }}
          unit="day"
          name="Assumed 1:1 to 5:1"
          targets={days.map(({ day, n: thumbs }) => {
            const window = { from: addDays(day, 1 - pooled), to: day };
            return listTarget({ base, search }, { window, rating: "thumbs" }, thumbs) ?? null;
          })}
        />
      ) : (
        <EmptyState icon={ChartLine} title="Not enough thumbs">
          A value needs at least {TOO_FEW} thumbs.
        </EmptyState>
      )}
    </ChartFrame>
  );
}
