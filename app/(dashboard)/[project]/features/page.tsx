import type { Metadata } from "next";
import { NothingInWindow } from "#app/(dashboard)/nothing-in-window.tsx";
import { ProjectFrame } from "#app/(dashboard)/project-frame.tsx";
import { type ProjectPage, type ProjectPageProps, readPage } from "#app/(dashboard)/read-page.ts";
import { readSteps } from "#app/(dashboard)/read-steps.ts";
import type { FeatureRank } from "#components/dashboard/features/feature-rank.ts";
import { FeatureView } from "#components/dashboard/features/feature-view.tsx";
import { TableSkeleton } from "#components/dashboard/shell/table-skeleton.tsx";
import { sparklineValues } from "#components/dashboard/trends/sparkline-values.ts";
import type { TrendInput } from "#components/dashboard/trends/trend-line.ts";
import { positiveRate } from "#components/dashboard/trends/trend-metrics.ts";
import { trendSplits } from "#components/dashboard/trends/trend-splits.ts";
import { formatDimension } from "#lib/domain/beyond.ts";
import type { TrendPoint, TrendUnit } from "#lib/evaluate/metrics/index.ts";
import { featureScores } from "#lib/use-cases/compare-scores.ts";
import { type FeatureRanking, rankFeatures } from "#lib/use-cases/rank-features.ts";

export const metadata: Metadata = { title: "Features" };

const byFeature = trendSplits.find(({ name }) => name === "feature") ?? null;

/** How many features get a sparkline: those with the most answers. */
const COURSES_MAX = 100;

/** What the project's AI does, and how well each of it is liked. */
export default async function FeaturesPage(props: ProjectPageProps) {
  const page = await readPage(props);
  return (
    <ProjectFrame
      page={page}
      compares={false}
      by={[]}
      title="Features"
      note="Ranked by the lower bound of an estimate, so a few ratings cannot top the list. Click a feature to open its overview."
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

/** The ranking with the positive rate of each feature over time, as a trend split by feature has it. */
function featureRanks(
  { features }: FeatureRanking,
  { series, isBefore }: Pick<TrendInput<TrendPoint>, "series" | "isBefore">,
  unit: TrendUnit,
): FeatureRank[] {
  const points = series.map((each) => each.points);
  const lead = points[0]?.filter(({ at }) => isBefore(at)).length ?? 0;
  const values = sparklineValues(points, positiveRate.measure, { lead, unit });
  const courses = new Map(series.map(({ name }, index) => [name, values[index]]));
  return features.map((row, index) => ({
    ...row,
    key: row.featureName,
    name: formatDimension(row.featureName),
    rank: row.shrunken ? index + 1 : null,
    course: courses.get(row.featureName) ?? [],
  }));
}
