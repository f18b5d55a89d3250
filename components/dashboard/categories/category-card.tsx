import { Tags } from "lucide-react";
import { ChartFrame } from "#components/charts/chart-frame.tsx";
import { prepareCategories } from "#components/charts/prepare-categories.ts";
import { RankedBars } from "#components/charts/ranked-bars.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { CategoryRow } from "#lib/evaluate/metrics/index.ts";
import type { SearchParams } from "../url/address.ts";
import { listTarget } from "../url/figure-population.ts";
import { linkWithFilters } from "../url/link-with-filters.ts";

interface CategoryCardProps {
  rows: readonly CategoryRow[];
  base: string;
  search: SearchParams;
  /** Show only so many, and a way to all of them. */
  most?: number;
}

/** What users named, ranked, each leading to where they named it. */
export function CategoryCard({ rows, base, search, most }: CategoryCardProps) {
  if (rows.length === 0)
    return (
      <Card title="Categories">
        <EmptyState icon={Tags} title="No categories in this period">
          Ratings send them as <code className="font-mono text-xs">rating_categories</code>. The thumbs widget
          asks for them after a thumbs down.
        </EmptyState>
      </Card>
    );
  const view = prepareCategories(rows, {
    most,
    figureOf: (category, rating, count) =>
      listTarget({ base, search }, { categories: [category], rating }, count),
  });
  return (
    <div className="min-w-0">
      <ChartFrame
        title={most ? "Top categories" : "All categories"}
        note="Thumbs down per category, and their share of all thumbs down with 95% confidence interval"
        summary={view.summary}
        table={view.table}
        fileName="categories"
      >
        <RankedBars rows={view.rows} />
        {most !== undefined && rows.length > most && (
          <ButtonLink
            href={linkWithFilters(`${base}/categories`, search)}
            tone="quiet"
            size="small"
            className="mt-2"
          >
            View all {rows.length} categories
          </ButtonLink>
        )}
      </ChartFrame>
    </div>
  );
}
