import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { SeriesChart } from "#components/charts/series/series-chart.tsx";
import { seriesSummary } from "#components/charts/series/series-summary.ts";
import { seriesTable } from "#components/charts/series/series-table.ts";
import { ChangeMark } from "#components/figures/change-mark.tsx";
import { rateChange } from "#components/figures/prepare-change.ts";
import { RateValue } from "#components/figures/rate-value.tsx";
import { rateSentence, TOO_FEW } from "#components/format/numbers.ts";
import type { ReferenceKind } from "#components/format/reference.ts";
import type { Rate } from "#lib/domain/rate.ts";
import type { Summary } from "#lib/evaluate/metrics/index.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";

interface ResponseCardProps {
  days: readonly { day: string; responseRate: Rate }[];
  all: Summary;
  /** What it is compared with; null where the reader compares with nothing. */
  before: Summary | null;
  reference: ReferenceKind;
  base: string;
  search: SearchParams;
  tz: string;
}

/** How many answers are rated, by day. */
export function ResponseCard({ days, all, before, reference, base, search, tz }: ResponseCardProps) {
  const told = days.map(({ responseRate: rate }) => (rate.value !== null && rate.n >= TOO_FEW ? rate : null));
  const data = {
    points: days.map(({ day }) => day),
    unit: "day" as const,
    tz,
    format: "percent" as const,
    zeroBased: true,
    series: [
      {
        name: "Response rate",
        values: told.map((rate) => rate?.value ?? null),
        band: told.map((rate): [number, number] | null => rate && [rate.low, rate.high]),
        n: days.map(({ responseRate }) => responseRate.n),
        targets: days.map(
          ({ day, responseRate }) =>
            listTarget({ base, search }, { window: { from: day, to: day } }, responseRate.n) ?? null,
        ),
      },
    ],
  };
  return (
    <ChartFrame
      title="Response rate by day"
      note="Share of answers with a rating of any type. When it changes, positive rates may change for that reason alone."
      summary={`${seriesSummary("Response rate by day", data)} Overall: ${rateSentence(all.responseRate, "interactions")}`}
      table={seriesTable(data)}
      fileName="response-rate"
    >
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <RateValue
          rate={all.responseRate}
          of="interactions"
          large
          inline
          figure={listTarget({ base, search }, {}, all.interactions)}
        />
        {before && <ChangeMark change={rateChange(all.responseRate, before.responseRate, reference)} />}
      </div>
      <SeriesChart {...data} height={200} />
    </ChartFrame>
  );
}
