import type { CategoryRow } from "#lib/evaluate/metrics/index.ts";
import { ChartFrame } from "../charts/chart-frame.tsx";
import { Heatmap } from "../charts/heatmap.tsx";
import type { SearchParams } from "./address.ts";
import { byModel, byPromptVersion, prepareCategoryPlaces } from "./category-places.ts";
import { listTarget } from "./figure-population.ts";
import { percentWords, TOO_FEW } from "./words.ts";

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
      note={`Share of the thumbs-down of each ${head.toLowerCase()}, with how many that is; from ${TOO_FEW} thumbs-down on. The table has all.`}
      summary={view.summary}
      table={view.table}
      fileName={`categories-by-${by}`}
    >
      <Heatmap
        caption={title}
        rows={view.rows}
        columns={view.columns}
        value={view.shareOf}
        words={percentWords}
        figure={view.figureOf}
      />
    </ChartFrame>
  );
}
