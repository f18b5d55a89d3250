import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { byThumbsDown } from "#components/charts/prepare-categories.ts";
import { CategoryCard } from "#components/dashboard/categories/category-card.tsx";
import { CategoryPairsCard } from "#components/dashboard/categories/category-pairs-card.tsx";
import { CategoryPlacesCard } from "#components/dashboard/categories/category-places-card.tsx";
import { categoryShare, prepareCategoryTrend } from "#components/dashboard/categories/category-trend-view.ts";
import { ChartsSkeleton } from "#components/dashboard/shell/charts-skeleton.tsx";
import { TrendCard } from "#components/dashboard/trends/trend-card.tsx";
import { trendFigures } from "#components/dashboard/trends/trend-figures.ts";
import { leadDays } from "#components/dashboard/trends/trend-values.ts";
import { Stack } from "#components/ui/stack.tsx";
import { addDays } from "#lib/domain/calendar.ts";
import { categories, categoryPairs, categoryTrend, countable, trends } from "#lib/evaluate/metrics/index.ts";
import { trendChanges } from "#lib/use-cases/trend-changes.ts";

export const metadata: Metadata = { title: "Categories" };

/** How many categories the trend draws: more lines could not be distinguished. */
const DRAWN = 6;

/** What people say is wrong: ranked, over time, by model and prompt version, and together. */
export default async function CategoriesPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      compares={false}
      by={[]}
      title="Categories"
      note="The reasons users gave with their ratings. Click a category to see its interactions."
      skeleton={<ChartsSkeleton charts={3} />}
    >
      <Categories page={page} />
    </ProjectFrame>
  );
}

async function Categories({ page }: { page: ProjectPage }) {
  const { filter, base, search, tz } = page;
  const lead = { ...filter, from: addDays(filter.from, -leadDays(categoryShare.measure, "day")) };
  const wider = (await countable(lead)).possible ? lead : filter;
  const [named, pairs, counts, [all], changes] = await Promise.all([
    categories(filter),
    categoryPairs(filter),
    categoryTrend(wider),
    trends(wider, { unit: "day" }),
    trendChanges(filter),
  ]);
  const days = all?.points ?? [];
  if (days.every(({ at, interactions }) => at < filter.from || interactions === 0))
    return <NothingInWindow page={page} path={`${base}/categories`} />;
  const rows = byThumbsDown(named);
  const drawn = rows.filter(({ downCount }) => downCount > 0).slice(0, DRAWN);
  const names = drawn.map(({ category }) => category);
  return (
    <Stack>
      <CategoryCard rows={rows} base={base} search={search} />
      {drawn.length > 0 && (
        <TrendCard
          title={rows.length > drawn.length ? `Top ${drawn.length} by day` : "Categories by day"}
          view={prepareCategoryTrend(names, counts, days, {
            from: filter.from,
            tz,
            figureOf: trendFigures({ base, search }, categoryShare, "day", tz),
          })}
          metric={categoryShare}
          unit="day"
          changes={changes}
          tz={tz}
        />
      )}
      <CategoryPlacesCard by="prompt" rows={rows} base={base} search={search} />
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <CategoryPlacesCard by="model" rows={rows} base={base} search={search} />
        <CategoryPairsCard pairs={pairs} rows={rows} base={base} search={search} />
      </div>
    </Stack>
  );
}
