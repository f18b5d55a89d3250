import type { ClaimFigures, ImpactClaim } from "#lib/domain/impact-claim.ts";
import { standardize } from "../recommendations/index.ts";
import { alwaysValidInterval, type ResponseDoubt } from "../statistics/index.ts";

/** Thumbs on answers that are alike but for what was improved. */
export interface StratumThumbs {
  stratum: string;
  before: { n: number; down: number };
  after: { n: number; down: number };
}

interface Weighing {
  /** How much more thumbs vary than independent ones, because some users give many. */
  designEffect: number;
  /** Set if other people rate now than before. */
  doubt: ResponseDoubt | null;
}

/** The fewest thumbs on either side. */
const THUMBS_MIN = 30;

/** The share of thumbs that must be on answers of which there are some before and after. */
const IN_COMMON_MIN = 0.8;

/**
 * Whether ratings are better since an improvement, worse, or whether that cannot be told. Both sides are standardized to the
 * same mix of traffic, so that more of what was always rated well is no gain. The interval holds however often one looks,
 * since this is asked again every hour. Where other people rate than before, nothing is claimed.
 */
export function weighClaim(strata: readonly StratumThumbs[], { designEffect, doubt }: Weighing): ImpactClaim {
  const total = (side: "before" | "after") => strata.reduce((sum, each) => sum + each[side].n, 0);
  if (Math.min(total("before"), total("after")) < THUMBS_MIN) return unknown("too_few");
  const sameMix = standardize(
    strata.flatMap(({ stratum, before, after }) => [
      { model: "before", stratum, values: upOf(before) },
      { model: "after", stratum, values: upOf(after) },
    ]),
    { current: "before", candidate: "after" },
    { min: 0, max: 1 },
  );
  if (sameMix === null || sameMix.inCommon < IN_COMMON_MIN) return unknown("other_traffic");
  const { value, error, n } = sameMix.difference;
  const effect = Math.max(1, designEffect);
  const { low, high } = alwaysValidInterval({ value, error: error * Math.sqrt(effect), n: n / effect });
  const figures: ClaimFigures = {
    ...{ before: inRange(sameMix.current), after: inRange(sameMix.candidate) },
    ...{ low: Math.max(-1, low), high: Math.min(1, high), n },
  };
  // Harm needs no such care: who is told less than could be is told nothing wrong.
  if (high < 0) return { verdict: "worse", reason: null, figures };
  if (doubt !== null) return unknown("other_raters", figures);
  return low > 0 ? { verdict: "better", reason: null, figures } : unknown("no_difference", figures);
}

const unknown = (
  reason: NonNullable<ImpactClaim["reason"]>,
  figures: ClaimFigures | null = null,
): ImpactClaim => ({ verdict: "unknown", reason, figures });

/** Thumbs as values of 0 and 1. */
const upOf = ({ n, down }: { n: number; down: number }) => ({ n, sum: n - down, sumSquares: n - down });

const inRange = (share: number): number => Math.min(1, Math.max(0, share));
