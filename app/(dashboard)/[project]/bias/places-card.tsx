import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { IntervalChart } from "#components/charts/interval-chart.tsx";
import type { SearchParams } from "#components/dashboard/url/address.ts";
import { listTarget } from "#components/dashboard/url/figure-population.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { Summary } from "#lib/evaluate/metrics/index.ts";
import { type Place, placeName, preparePlaces } from "./prepare-places.ts";

interface PlacesCardProps {
  places: readonly Place[];
  all: Summary;
  base: string;
  search: SearchParams;
}

/** Where answers are rated and where not, and what to mind when such places are compared. */
export function PlacesCard({ places, all, base, search }: PlacesCardProps) {
  const figureOf = ({ featureName, modelName }: Place, rating: "thumbs" | undefined, count: number) =>
    listTarget(
      { base, search },
      { filters: { feature: featureName, ...(modelName ? { model: modelName } : {}) }, rating },
      count,
    );
  const { shown, table, summary, doubt } = preparePlaces(places, { all: all.responseRate, figureOf });
  const byModel = places.some(({ modelName }) => modelName !== undefined);
  const more = places.length - shown.length;
  return (
    <ChartFrame
      title="Response rate by place"
      note={`${byModel ? "Each feature and model" : "Each feature"} with the share of its answers that were rated.${more > 0 ? ` The ${shown.length} with most answers; the table has all ${places.length}.` : ""}`}
      summary={summary}
      table={table}
      fileName="response-rate-by-place"
    >
      {doubt && (
        <Notice tone="warn" className="mt-1 mb-3">
          {doubt}
        </Notice>
      )}
      <IntervalChart
        of="interactions"
        reference={{ label: "all together", rate: all.responseRate }}
        rows={shown.map((place) => ({
          key: placeName(place),
          label: place.featureName,
          detail: place.modelName,
          rate: place.responseRate,
          figure: figureOf(place, undefined, place.responseRate.n),
        }))}
      />
    </ChartFrame>
  );
}
