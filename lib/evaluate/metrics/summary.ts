import { type Mean, mean, type Rate, rate } from "#lib/domain/rate";
import { type Latency, type LatencyBuckets, latencyOf } from "./latency-histogram.ts";

/** What is counted of answers and of the ratings they got. */
export interface Counts {
  interactions: number;
  /** Interactions with at least one rating of any type. */
  rated: number;
  thumbsUp: number;
  thumbsDown: number;
  starCount: number;
  starSum: number;
  /** Ratings of type correction. */
  corrections: number;
  /** Ratings of any type that say something in words. */
  comments: number;
  /** US dollars. */
  costUsd: number;
  tokens: number;
}

/** Counts with what follows from them. Thumbs and stars are never averaged with each other. */
export interface Summary extends Counts {
  /** Thumbs-up of all thumbs. */
  positive: Rate;
  /** Rated interactions of all interactions. */
  responseRate: Rate;
  stars: Mean;
  latency: Latency;
}

/** Nothing counted. */
export const NO_COUNTS: Counts = {
  interactions: 0,
  rated: 0,
  thumbsUp: 0,
  thumbsDown: 0,
  starCount: 0,
  starSum: 0,
  corrections: 0,
  comments: 0,
  costUsd: 0,
  tokens: 0,
};

/** What follows from counts and from the histogram of their latencies. */
export function summarise(counts: Counts, latency: LatencyBuckets): Summary {
  const { thumbsUp, thumbsDown, rated, interactions, starSum, starCount } = counts;
  return {
    ...counts,
    positive: rate(thumbsUp, thumbsUp + thumbsDown),
    responseRate: rate(rated, interactions),
    stars: mean(starSum, starCount),
    latency: latencyOf(latency),
  };
}
