import { type BetaPrior, fitPrior, type ShrunkenRate, shrunkenRate } from "../decide/statistics/index.ts";
import { type FeatureRow, features, type MetricFilter } from "../evaluate/metrics/index.ts";

/** A feature with its positive rate drawn towards what is usual in the project; null where it has no thumb. */
export type RankedFeature = FeatureRow & { shrunken: ShrunkenRate | null };

/** The features in their rank, and what was believed of each before its own ratings were seen. */
export interface FeatureRanking {
  /** Null where no feature has a thumb. */
  prior: BetaPrior | null;
  features: RankedFeature[];
}

/**
 * The window's features, best first by the lower bound of their shrunken rate, so that three ratings do not lead; those
 * without thumbs come last. What is usual is what all features of the window came to, also where only one is asked for.
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
