import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { readSteps } from "#app/(dashboard)/read-steps.ts";
import { FeatureView } from "#components/dashboard/feature-view.tsx";
import { TableSkeleton } from "#components/dashboard/skeletons/table-skeleton.tsx";
import { positiveRate } from "#components/dashboard/trend-metrics.ts";
import { trendSplits } from "#components/dashboard/trend-splits.ts";
import { featureScores } from "#lib/loop/compare-scores.ts";
import { rankFeatures } from "#lib/loop/rank-features.ts";
import { featureRanks } from "./feature-ranks.ts";

export const metadata: Metadata = { title: "Features" };

const byFeature = trendSplits.find(({ name }) => name === "feature") ?? null;

/** Most features whose course is drawn: those with most answers. */
const COURSES_MAX = 100;

/** What the project's AI does, and how well each of it is liked. */
export default async function FeaturesPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      by={[]}
      title="Features"
      note="Ranked so that three ratings do not lead. Each feature leads to an overview of its own."
      skeleton={<TableSkeleton rows={6} />}
    >
      <Features page={page} />
    </ProjectFrame>
  );
}

async function Features({ page }: { page: ProjectPage }) {
  const { base, tz, search, unit } = page;
  const [ranking, steps] = await Promise.all([
    rankFeatures(page.filter),
    readSteps(page, { unit, measure: positiveRate.measure, split: byFeature, most: COURSES_MAX }),
  ]);
  if (ranking.features.length === 0) return <NothingInWindow page={page} path={`${base}/features`} />;
  return (
    <FeatureView
      rows={featureRanks(ranking, steps, unit)}
      scores={await featureScores(page.filter, ranking.features)}
      prior={ranking.prior}
      base={base}
      tz={tz}
      search={search}
    />
  );
}
