import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { Heatmap } from "#components/charts/heatmap.tsx";
import { formatPercent, TOO_FEW } from "#components/format/numbers.ts";
import type { CategoryRow } from "#lib/evaluate/metrics/index.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { byModel, byPromptVersion, prepareCategoryPlaces } from "./category-places.ts";

const kinds = {
  model: { head: "Model", title: "Categories by model", placesOf: byModel },
  prompt: { head: "Prompt version", title: "Categories by prompt version", placesOf: byPromptVersion },
};

interface CategoryPlacesCardProps {
  rows: readonly CategoryRow[];
  by: keyof typeof kinds;
  base: string;
  search: SearchParams;
}

/** What is wrong with the answers of each model or prompt version; nothing where answers are of none. */
export function CategoryPlacesCard({ rows, by, base, search }: CategoryPlacesCardProps) {
  const { head, title, placesOf } = kinds[by];
  const view = prepareCategoryPlaces(rows, head, placesOf, (category, filters, rating, count) =>
    listTarget({ base, search }, { categories: [category], filters, rating }, count),
  );
  if (view.columns.length === 0) return null;
  return (
    <ChartFrame
      title={title}
      note={`Share of thumbs down per ${head.toLowerCase()} (n = thumbs down). Shown from ${TOO_FEW} thumbs down; the table lists all.`}
      summary={view.summary}
      table={view.table}
      fileName={`categories-by-${by}`}
    >
      <Heatmap
        caption={title}
        rows={view.rows}
        columns={view.columns}
        value={view.shareOf}
        words={formatPercent}
        figure={view.figureOf}
      />
    </ChartFrame>
  );
}
