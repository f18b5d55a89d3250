import { type BetaPrior, fitPrior, type ShrunkenRate, shrunkenRate } from "../decide/statistics/index.ts";
import { type FeatureRow, features, type MetricFilter } from "../evaluate/metrics/index.ts";

/** A feature with its shrunken positive rate; null without thumbs. */
export type RankedFeature = FeatureRow & { shrunken: ShrunkenRate | null };

/** The ranked features, and the prior of their rates. */
export interface FeatureRanking {
  /** Null if no feature has thumbs. */
  prior: BetaPrior | null;
  features: RankedFeature[];
}

/**
 * The window's features, best first by the lower bound of their shrunken rate, so that a few ratings cannot top the
 * list; features without thumbs come last. The prior is fitted to all features of the window, even if only one is
 * requested.
 */
export async function rankFeatures(filter: MetricFilter): Promise<FeatureRanking> {
  const all = await features({ ...filter, feature: undefined });
  const prior = fitPrior(all.map(({ thumbsUp, positive }) => ({ up: thumbsUp, n: positive.n })));
  const ranked = all
    .filter(({ featureName }) => filter.feature === undefined || featureName === filter.feature)
    .map((row) => ({ ...row, shrunken: shrink(row, prior) }));
  return { prior, features: ranked.sort((one, other) => lowOf(other) - lowOf(one)) };
}

const shrink = ({ thumbsUp, positive }: FeatureRow, prior: BetaPrior | null): ShrunkenRate | null =>
  prior && positive.n > 0 ? shrunkenRate({ up: thumbsUp, n: positive.n }, prior) : null;

const lowOf = ({ shrunken }: RankedFeature): number => shrunken?.low ?? -1;
