import type { Metadata } from "next";
import { FeatureView } from "#components/dashboard/feature-view";
import { TableSkeleton } from "#components/dashboard/skeletons/table-skeleton";
import { trends } from "#lib/evaluate/metrics/index";
import { rankFeatures } from "#lib/loop/rank-features";
import { NothingInWindow } from "../../nothing-in-window.tsx";
import { ProjectFrame } from "../../project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "../../read-page.ts";
import { featureRanks } from "./feature-ranks.ts";

export const metadata: Metadata = { title: "Features" };

/** Most features whose course is drawn: those with most answers. */
const COURSES_MAX = 100;

/** What the project's AI does, and how well each of it is liked. */
export default async function FeaturesPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      title="Features"
      note="Ranked so that three ratings do not lead. Each feature leads to an overview of its own."
      skeleton={<TableSkeleton rows={6} />}
    >
      <Features page={page} />
    </ProjectFrame>
  );
}

async function Features({ page }: { page: ProjectPage }) {
  const { filter, base, tz, search, unit } = page;
  const [ranking, courses] = await Promise.all([
    rankFeatures(filter),
    trends(filter, { unit, split: "feature", most: COURSES_MAX }),
  ]);
  if (ranking.features.length === 0) return <NothingInWindow page={page} path={`${base}/features`} />;
  return (
    <FeatureView
      rows={featureRanks(ranking, courses)}
      prior={ranking.prior}
      base={base}
      tz={tz}
      search={search}
    />
  );
}
