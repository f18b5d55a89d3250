import type { CohortKind } from "#lib/domain/dimensions.ts";
import { type Rate, rate } from "../domain/rate.ts";
import { type RateDifference, rateDifference } from "../domain/rate-difference.ts";
import { partsOf, partsOfRest } from "../domain/rate-parts.ts";
import { raterGroupsOfRest, raterRate } from "../domain/rater-groups.ts";
import {
  type CohortRow,
  cohorts,
  type MetricFilter,
  type Spreads,
  type Summary,
} from "../evaluate/metrics/index.ts";

/** A cohort compared with all other answers. */
export type ComparedCohort = CohortRow & {
  /** The rates of the others. */
  others: { positive: Rate; responseRate: Rate };
  /** Its positive rate minus that of the others. */
  difference: RateDifference;
};

/** Metrics of the cohorts of one kind. */
export interface CohortComparison {
  all: Summary;
  /** Cohorts with enough ratings, sorted by how certain the difference is. */
  cohorts: ComparedCohort[];
  /** The number of cohorts with fewer, which are only included in `all`. */
  withheld: number;
}

/**
 * Compares every cohort of a kind with the rest, which includes answers without a cohort. Cohorts with fewer than
 * `least` thumbs are withheld: individuals could be identified, and small samples are mostly chance. Percentiles are
 * only read on request, because there may be hundreds of cohorts.
 */
export async function compareCohorts(
  filter: MetricFilter,
  kind: CohortKind,
  least: number,
  spreads: Spreads = {},
): Promise<CohortComparison> {
  const { all, cohorts: rows } = await cohorts(filter, kind, spreads);
  const told = rows.filter(({ positive }) => positive.n >= least);
  const compared = told.map((row) => {
    const others = {
      positive: positiveOfRest(all, row),
      responseRate: rate(...partsOfRest<Summary>(all, row, partsOf.responseRate)),
    };
    return { ...row, others, difference: rateDifference(row.positive, others.positive) };
  });
  return {
    all,
    cohorts: compared.sort((one, other) => certainty(other.difference) - certainty(one.difference)),
    withheld: rows.length - told.length,
  };
}

function positiveOfRest(all: Summary, own: Summary): Rate {
  const groups = all.raters && own.raters && raterGroupsOfRest(all.raters, own.raters);
  return raterRate(partsOfRest<Summary>(all, own, partsOf.positiveRate), groups);
}

/** The smallest absolute difference within the interval; negative if the interval includes zero. */
function certainty({ low, high }: RateDifference): number {
  return low === null ? Number.NEGATIVE_INFINITY : Math.max(low, -high);
}
