import { type Mean, mean, type Rate, rate } from "#lib/domain/rate.ts";
import { type Histogram, type Percentiles, toPercentiles } from "./histogram.ts";
import type { histogramColumns } from "./rollups/slice-columns.ts";

/** What is counted of answers and of the ratings they got. */
export interface Counts {
  interactions: number;
  /** Interactions with at least one rating of any type. */
  rated: number;
  /** Ratings of every type. */
  ratings: number;
  thumbsUp: number;
  thumbsDown: number;
  /** Ratings of one star, of two, …. */
  stars: number[];
  /** Ratings of type correction. */
  corrections: number;
  /** Corrections that were compared with their answers; the next two are sums over these. */
  measured: number;
  /** Words put in, taken out or replaced. */
  editDistance: number;
  /** Parts of the answers' words that were kept. */
  editKept: number;
  /** Ratings of any type that say something in words. */
  comments: number;
  /** Interactions whose latency is known. */
  timed: number;
  latencyMs: number;
  /** Interactions whose cost is known. */
  priced: number;
  /** US dollars. */
  costUsd: number;
  /** Interactions whose tokens are known. */
  sized: number;
  tokens: number;
}

/** What answers are spread over. */
export type HistogramKind = keyof typeof histogramColumns;

/** Which histograms a query reads: percentiles are there of these only, and each costs more than all counts together. */
export interface Spreads {
  histograms?: readonly HistogramKind[];
}

/** Of some answers: latency in milliseconds, cost in millionths of a dollar, tokens. */
export type Histograms = Partial<Record<HistogramKind, Histogram>>;

/** Counts with what follows from them. Thumbs and stars are never averaged with each other. */
export interface Summary extends Counts {
  /** Thumbs-up of all thumbs. */
  positive: Rate;
  /** Rated interactions of all interactions. */
  responseRate: Rate;
  /** Ratings by stars, and what they add up to. */
  starCount: number;
  starMean: Mean;
  /** Over corrections: distance in words, and the part of the answer that was kept. */
  editDistanceMean: Mean;
  editKeptMean: Mean;
  /** Milliseconds of an answer. */
  latency: Percentiles;
  /** US dollars of an answer: their mean and, where the query reads that histogram, their spread. */
  costMean: Mean;
  costSpread: Percentiles;
  /** Tokens of an answer, likewise. */
  tokenMean: Mean;
  tokenSpread: Percentiles;
}

/** Nothing counted. */
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

/** What follows from counts and from the histograms that were read; of one that was not read there is no percentile. */
export function summarise(
  counts: Counts,
  { latency = {}, cost = {}, tokens = {} }: Histograms = {},
): Summary {
  const starCount = counts.stars.reduce((sum, count) => sum + count, 0);
  const starSum = counts.stars.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return {
    ...counts,
    positive: rate(counts.thumbsUp, counts.thumbsUp + counts.thumbsDown),
    responseRate: rate(counts.rated, counts.interactions),
    starCount,
    starMean: mean(starSum, starCount),
    editDistanceMean: mean(counts.editDistance, counts.measured),
    editKeptMean: mean(counts.editKept, counts.measured),
    latency: toPercentiles(latency),
    costMean: mean(counts.costUsd, counts.priced),
    costSpread: inDollars(toPercentiles(cost)),
    tokenMean: mean(counts.tokens, counts.sized),
    tokenSpread: toPercentiles(tokens),
  };
}

/** Costs are spread over millionths of a dollar. */
const inDollars = ({ p50, p95, n }: Percentiles): Percentiles => ({
  p50: p50 === null ? null : p50 / MILLIONTHS,
  p95: p95 === null ? null : p95 / MILLIONTHS,
  n,
});

const MILLIONTHS = 1_000_000;
