import type { CohortKind } from "#lib/domain/dimensions.ts";
import { type Rate, rate } from "../domain/rate.ts";
import { type RateDifference, rateDifference } from "../domain/rate-difference.ts";
import {
  type CohortRow,
  cohorts,
  type MetricFilter,
  type Spreads,
  type Summary,
} from "../evaluate/metrics/index.ts";

/** A cohort beside all answers that are not its own. */
export type ComparedCohort = CohortRow & {
  /** How much its positive rate is above that of the others. */
  difference: RateDifference;
};

/** What the cohorts of one kind came to. */
export interface CohortComparison {
  all: Summary;
  /** Those with enough ratings to tell of, the one that certainly differs most first. */
  cohorts: ComparedCohort[];
  /** How many had fewer: what they said is counted in `all` and not told by itself. */
  withheld: number;
}

/**
 * Every cohort of a kind against the rest, where a cohort with fewer than `least` thumbs is withheld: few people could
 * be told by their cohort, and a rate of few is chance. Who is in no cohort of this kind is among the rest.
 * Percentiles are read where they are asked for: there may be hundreds of cohorts.
 */
export async function compareCohorts(
  filter: MetricFilter,
  kind: CohortKind,
  least: number,
  spreads: Spreads = {},
): Promise<CohortComparison> {
  const { all, cohorts: rows } = await cohorts(filter, kind, spreads);
  const told = rows.filter(({ positive }) => positive.n >= least);
  const compared = told.map((row) => ({
    ...row,
    difference: rateDifference(row.positive, restOf(all, row)),
  }));
  return {
    all,
    cohorts: compared.sort((one, other) => certainty(other.difference) - certainty(one.difference)),
    withheld: rows.length - told.length,
  };
}

/** The rate of all answers that are not of this cohort. */
const restOf = (all: Summary, own: Summary): Rate =>
  rate(all.thumbsUp - own.thumbsUp, all.thumbsUp + all.thumbsDown - own.thumbsUp - own.thumbsDown);

/** The least difference, either way, that the interval allows; negative where it allows none. */
function certainty({ low, high }: RateDifference): number {
  return low === null ? Number.NEGATIVE_INFINITY : Math.max(low, -high);
}
