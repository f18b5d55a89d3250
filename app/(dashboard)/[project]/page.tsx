import type { Metadata } from "next";
import { CategoryCard } from "#components/dashboard/categories/category-card.tsx";
import { FindingsCard } from "#components/dashboard/findings/findings-card.tsx";
import { StatRow } from "#components/dashboard/overview/stat-row.tsx";
import { UnhappyCard } from "#components/dashboard/overview/unhappy-card.tsx";
import { ScoreTiles } from "#components/dashboard/scores/score-tiles.tsx";
import { TilesSkeleton } from "#components/dashboard/shell/tiles-skeleton.tsx";
import { TrendCard } from "#components/dashboard/trends/trend-card.tsx";
import { positiveRate } from "#components/dashboard/trends/trend-metrics.ts";
import { drawnValue, valueOver } from "#components/dashboard/trends/trend-values.ts";
import { Stack } from "#components/ui/stack.tsx";
import { pageAccess } from "#lib/platform/auth/page-access.ts";
import { NothingInWindow } from "../nothing-in-window.tsx";
import { ProjectFrame } from "../project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "../read-page.ts";
import { readOverview } from "./read-overview.ts";

/** The layout's template is for the pages below it. */
export async function generateMetadata({ params }: ProjectPageProps): Promise<Metadata> {
  const { project } = await pageAccess((await params).project);
  return { title: { absolute: `Overview · ${project.name} · Whetstone` } };
}

/** How a project does: its figures against its own past, their trend, and what people complain of. */
export default async function OverviewPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame page={page} by={[]} title="Overview" skeleton={<TilesSkeleton tiles={8} />}>
      <Figures page={page} />
    </ProjectFrame>
  );
}

async function Figures({ page }: { page: ProjectPage }) {
  const { base, search, tz, unit } = page;
  const { view, ranking, unhappy, changes, scores, findings, ...figures } = await readOverview(page);
  const { current, before } = figures;
  const reference = page.reference?.kind ?? "previous";
  if (current.interactions === 0) return <NothingInWindow page={page} path={base} />;
  return (
    <Stack>
      <FindingsCard {...findings} page={{ base, search }} reference={reference} />
      <StatRow {...figures} {...{ reference, base, search }} />
      <ScoreTiles scores={scores} reference={page.reference?.kind ?? null} base={base} search={search} />
      <TrendCard
        metric={positiveRate}
        {...{ view, unit, tz, changes }}
        baseline={
          reference === "baseline" && before ? drawnValue(valueOver([before], positiveRate.measure)) : null
        }
      />
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        <CategoryCard rows={ranking} base={base} most={6} search={search} />
        <UnhappyCard items={unhappy} count={current.thumbsDown} base={base} tz={tz} search={search} />
      </div>
    </Stack>
  );
}
