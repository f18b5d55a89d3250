import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { Heatmap } from "#components/charts/heatmap.tsx";
import { CATEGORIES_PAIRED_MAX } from "#lib/domain/category.ts";
import type { CategoryPair, CategoryRow } from "#lib/evaluate/metrics/index.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { prepareCategoryPairs } from "./category-pairs-view.ts";

interface CategoryPairsCardProps {
  pairs: readonly CategoryPair[];
  rows: readonly CategoryRow[];
  base: string;
  search: SearchParams;
}

/** Which categories one rating names together; nothing where none does. */
export function CategoryPairsCard({ pairs, rows, base, search }: CategoryPairsCardProps) {
  if (pairs.length === 0) return null;
  const view = prepareCategoryPairs(pairs, rows, (categories, count) =>
    listTarget({ base, search }, { categories }, count),
  );
  return (
    <ChartFrame
      title="Category pairs"
      note={`Ratings with both categories, counted among ratings with up to ${CATEGORIES_PAIRED_MAX} categories. Click a number to see all ratings with both.`}
      summary={view.summary}
      table={view.table}
      fileName="category-pairs"
    >
      <Heatmap
        caption="Category pairs"
        rows={view.categories}
        columns={view.categories}
        value={view.countOf}
        figure={(one, other) =>
          listTarget({ base, search }, { categories: [one, other] }, view.countOf(one, other) ?? 0)
        }
      />
    </ChartFrame>
  );
}
