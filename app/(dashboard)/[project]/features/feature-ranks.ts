import type { TrendSeries } from "#lib/evaluate/metrics/index";
import type { FeatureRanking } from "#lib/loop/rank-features";
import { rateCourse } from "../../../../components/dashboard/feature-course.ts";
import type { FeatureRank } from "../../../../components/dashboard/feature-rank.ts";

/** The ranking with the course of each feature. */
export function featureRanks({ features }: FeatureRanking, series: readonly TrendSeries[]): FeatureRank[] {
  const courses = new Map(series.map(({ name, points }) => [name, rateCourse(points)]));
  return features.map((row, index) => ({
    ...row,
    key: row.featureName,
    name: row.featureName,
    rank: row.shrunken ? index + 1 : null,
    course: courses.get(row.featureName) ?? [],
  }));
}
