import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { IntervalChart } from "#components/charts/interval-chart.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { responseDoubt } from "#lib/decide/statistics/index.ts";
import type { Summary } from "#lib/evaluate/metrics/index.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { type Place, placeName, preparePlaces } from "./prepare-places.ts";

interface PlacesCardProps {
  places: readonly Place[];
  all: Summary;
  doubt: typeof responseDoubt;
  base: string;
  search: SearchParams;
}

/** Where answers are rated and where not, with a warning where that makes positive rates hard to compare. */
export function PlacesCard({ places, all, base, search, ...rest }: PlacesCardProps) {
  const figureOf = ({ featureName, modelName }: Place, rating: "thumbs" | undefined, count: number) =>
    listTarget(
      { base, search },
      { filters: { feature: featureName, ...(modelName ? { model: modelName } : {}) }, rating },
      count,
    );
  const { shown, table, summary, doubt } = preparePlaces(places, {
    all: all.responseRate,
    doubt: rest.doubt,
    figureOf,
  });
  const byModel = places.some(({ modelName }) => modelName !== undefined);
  const more = places.length - shown.length;
  return (
    <ChartFrame
      title={byModel ? "Response rate by feature and model" : "Response rate by feature"}
      note={`Share of answers that were rated.${more > 0 ? ` Showing the ${shown.length} with the most answers; the table lists all ${places.length}.` : ""}`}
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
        reference={{ label: "all answers", rate: all.responseRate }}
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
