import type { Metadata } from "next";
import { TrendPanel } from "#components/charts/trend-panel";
import { CategoryCard } from "#components/dashboard/category-card";
import { StatRow } from "#components/dashboard/stat-row";
import { UnhappyCard } from "#components/dashboard/unhappy-card";
import { Stack } from "#components/ui/stack";
import { categories, overview, trend } from "#lib/evaluate/metrics/index";
import { listInteractions } from "#lib/observe/interactions/index";
import { interactionFilter } from "../interaction-filter.ts";
import { NothingInWindow } from "../nothing-in-window.tsx";
import { ProjectFrame } from "../project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "../read-page.ts";

export const metadata: Metadata = { title: "Overview" };

/** How a project does: its figures against the window before, their trend, and what people complain of. */
export default async function OverviewPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame page={page} title="Overview">
      <Figures page={page} />
    </ProjectFrame>
  );
}

async function Figures({ page }: { page: ProjectPage }) {
  const { filter, base, tz } = page;
  const [figures, days, ranking, unhappy] = await Promise.all([
    overview(filter),
    trend(filter),
    categories(filter),
    listInteractions(filter.projectId, { ...interactionFilter(page), rating: "down", limit: 5 }),
  ]);
  if (figures.current.interactions === 0) return <NothingInWindow page={page} path={base} />;
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
