import type { Metadata } from "next";
import { TrendPanel } from "#components/charts/trend-panel";
import { CategoryCard } from "#components/dashboard/category-card";
import { FilterBar } from "#components/dashboard/filter-bar";
import { FirstEvent } from "#components/dashboard/first-event";
import { NothingHere } from "#components/dashboard/nothing-here";
import { StatRow } from "#components/dashboard/stat-row";
import { UnhappyCard } from "#components/dashboard/unhappy-card";
import { PageHeader } from "#components/ui/page-header";
import { Stack } from "#components/ui/stack";
import { categories, dimensions, overview, trend } from "#lib/evaluate/metrics/index";
import { listInteractions } from "#lib/observe/interactions/index";
import { ownOrigin } from "../../own-origin.ts";
import { interactionFilter } from "../interaction-filter.ts";
import { latestDay } from "../latest-day.ts";
import { type ProjectPage, type ProjectPageProps, readPage } from "../read-page.ts";

export const metadata: Metadata = { title: "Overview" };

/** How a project does: its figures against the window before, their trend, and what people complain of. */
export default async function OverviewPage(props: ProjectPageProps) {
  const page = await readPage(props);
  const known = await dimensions(page.filter.projectId);
  if (known.features.length === 0)
    return (
      <>
        <PageHeader title="Overview" />
        <FirstEvent origin={await ownOrigin()} base={page.base} />
      </>
    );
  return (
    <>
      <PageHeader title="Overview" />
      <FilterBar period={page.period} dimensions={known} chosen={page.chosen} />
      <Figures page={page} />
    </>
  );
}

async function Figures({ page }: { page: ProjectPage }) {
  const { filter, base, tz, period } = page;
  const [figures, days, ranking, unhappy] = await Promise.all([
    overview(filter),
    trend(filter),
    categories(filter),
    listInteractions(filter.projectId, { ...interactionFilter(page), rating: "down", limit: 5 }),
  ]);
  if (figures.current.interactions === 0) {
    const filtered = Object.values(page.chosen).some(Boolean);
    return (
      <NothingHere period={period} path={base} latestDay={await latestDay(filter)} filtered={filtered} />
    );
  }
  return (
    <Stack>
      <StatRow current={figures.current} previous={figures.previous} />
      <TrendPanel days={days} />
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <CategoryCard rows={ranking} base={base} most={6} search={page.search} />
        <UnhappyCard items={unhappy.data} base={base} tz={tz} search={page.search} />
      </div>
    </Stack>
  );
}
