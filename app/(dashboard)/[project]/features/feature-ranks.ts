import type { FeatureRank } from "#components/dashboard/feature-rank.ts";
import { sparklineValues } from "#components/dashboard/sparkline-values.ts";
import type { TrendInput } from "#components/dashboard/trend-line.ts";
import { positiveRate } from "#components/dashboard/trend-metrics.ts";
import { dimensionWords } from "#lib/domain/beyond.ts";
import type { TrendPoint, TrendUnit } from "#lib/evaluate/metrics/index.ts";
import type { FeatureRanking } from "#lib/loop/rank-features.ts";

/** The ranking with the positive rate of each feature over time, as a trend split by feature has it. */
export function featureRanks(
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
    name: dimensionWords(row.featureName),
    rank: row.shrunken ? index + 1 : null,
    course: courses.get(row.featureName) ?? [],
  }));
}
