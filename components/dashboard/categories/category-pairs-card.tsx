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
      title="Named together"
      note={`Ratings that name both categories, of those that name at most ${CATEGORIES_PAIRED_MAX}. Each number leads to all that name both.`}
      summary={view.summary}
      table={view.table}
      fileName="category-pairs"
    >
      <Heatmap
        caption="Categories named together"
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
