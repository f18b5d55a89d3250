import { type Mean, mean, type Rate, rate } from "#lib/domain/rate.ts";
import { partsOf } from "#lib/domain/rate-parts.ts";
import { type RaterGroups, type RaterRate, raterRate } from "#lib/domain/rater-groups.ts";
import { type Histogram, type Percentiles, toPercentiles } from "./histogram.ts";
import type { histogramColumns } from "./rollups/slice-columns.ts";

/** Counts of answers and their ratings. */
export interface Counts {
  interactions: number;
  /** Interactions with at least one rating of any type. */
  rated: number;
  /** Ratings of every type. */
  ratings: number;
  thumbsUp: number;
  thumbsDown: number;
  /** Counts of 1-star, 2-star, … ratings. */
  stars: number[];
  /** Ratings of type correction. */
  corrections: number;
  /** Corrections compared with their answers; the next two are sums over these. */
  measured: number;
  /** Words inserted, deleted or replaced. */
  editDistance: number;
  /** Shares of the answers' words that were kept. */
  editKept: number;
  /** Ratings of any type with a comment. */
  comments: number;
  /** Interactions with a known latency. */
  timed: number;
  latencyMs: number;
  /** Interactions with a known cost. */
  priced: number;
  /** US dollars. */
  costUsd: number;
  /** Interactions with a known token count. */
  sized: number;
  tokens: number;
}

/** The quantities with histograms. */
export type HistogramKind = keyof typeof histogramColumns;

/** Which histograms to read: only these have percentiles, and each costs more than all counts together. */
export interface Spreads {
  histograms?: readonly HistogramKind[];
}

/** Histograms of answers: latency in milliseconds, cost in millionths of a dollar, tokens. */
export type Histograms = Partial<Record<HistogramKind, Histogram>>;

/** Counts with derived metrics. Thumbs and stars are never averaged together. */
export interface Summary extends Counts {
  /** Share of thumbs that are up. */
  positive: RaterRate;
  /** Thumbs by group of raters, if they were read. */
  raters: RaterGroups | null;
  /** Share of interactions with at least one rating. */
  responseRate: Rate;
  /** Star ratings and their sum. */
  starCount: number;
  starMean: Mean;
  /** For corrections: distance in words, and the share of the answer that was kept. */
  editDistanceMean: Mean;
  editKeptMean: Mean;
  /** Latency per answer in milliseconds. */
  latency: Percentiles;
  /** Cost per answer in US dollars: the mean and, if the histogram was read, the spread. */
  costMean: Mean;
  costSpread: Percentiles;
  /** Tokens per answer, likewise. */
  tokenMean: Mean;
  tokenSpread: Percentiles;
}

/** Zero counts. */
export const NO_COUNTS: Counts = {
  interactions: 0,
  rated: 0,
  ratings: 0,
  thumbsUp: 0,
  thumbsDown: 0,
  stars: [0, 0, 0, 0, 0],
  corrections: 0,
  measured: 0,
  editDistance: 0,
  editKept: 0,
  comments: 0,
  timed: 0,
  latencyMs: 0,
  priced: 0,
  costUsd: 0,
  sized: 0,
  tokens: 0,
};

/**
 * Metrics derived from counts and histograms. Histograms that were not read have no percentiles; without the raters, the
 * interval of the positive rate is that of independent ratings.
 */
export function summarise(
  counts: Counts,
  { latency = {}, cost = {}, tokens = {} }: Histograms = {},
  raters: RaterGroups | null = null,
): Summary {
  const stars = partsOf.starMean(counts);
  return {
    ...counts,
    positive: raterRate(partsOf.positiveRate(counts), raters),
    raters,
    responseRate: rate(...partsOf.responseRate(counts)),
    starCount: stars[1],
    starMean: mean(...stars),
    editDistanceMean: mean(...partsOf.editDistance(counts)),
    editKeptMean: mean(...partsOf.editKept(counts)),
    latency: toPercentiles(latency),
    costMean: mean(...partsOf.cost(counts)),
    costSpread: inDollars(toPercentiles(cost)),
    tokenMean: mean(...partsOf.tokens(counts)),
    tokenSpread: toPercentiles(tokens),
  };
}

/** Cost histograms are in millionths of a dollar. */
const inDollars = ({ p50, p95, n }: Percentiles): Percentiles => ({
  p50: p50 === null ? null : p50 / MILLIONTHS,
  p95: p95 === null ? null : p95 / MILLIONTHS,
  n,
});

const MILLIONTHS = 1_000_000;
