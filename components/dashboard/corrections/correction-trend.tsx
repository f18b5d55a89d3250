import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { SeriesChart } from "#components/charts/series/series-chart.tsx";
import type { TrendPoint, TrendUnit } from "#lib/evaluate/metrics/index.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { stepWindow } from "../url/step-window.ts";
import { prepareCorrectionTrend } from "./prepare-correction-trend.ts";

interface CorrectionTrendProps {
  points: readonly TrendPoint[];
  unit: TrendUnit;
  tz: string;
  base: string;
  search: SearchParams;
}

/** How much of the answers is kept and how many words are changed, over time, side by side. */
export function CorrectionTrend({ points, unit, tz, base, search }: CorrectionTrendProps) {
  const { kept, distance } = prepareCorrectionTrend(points, unit);
  const targets = points.map(
    ({ at, measured }) =>
      listTarget({ base, search }, { window: stepWindow(at, unit, tz), rating: "correction" }, measured) ??
      null,
  );
  const shared = { points: points.map(({ at }) => at), unit, tz, height: 200 };
  return (
    <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
      <ChartFrame
        title="Share kept"
        note="Mean share of the answer's words kept by corrections"
        fileName="share-kept"
        {...kept}
      >
        <SeriesChart {...shared} format="percent" series={[{ ...kept.series, targets }]} />
      </ChartFrame>
      <ChartFrame
        title="Words changed"
        note="Mean number of words added, removed or replaced per correction"
        fileName="words-changed"
        {...distance}
      >
        <SeriesChart {...shared} format="decimal" series={[{ ...distance.series, targets }]} zeroBased />
      </ChartFrame>
    </div>
  );
}
