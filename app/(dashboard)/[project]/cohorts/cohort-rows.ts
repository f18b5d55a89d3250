import { cohortName } from "#components/dashboard/cohort-names.ts";
import type { ComparisonRow } from "#components/dashboard/comparison-row.ts";
import { responseDoubt } from "#lib/decide/statistics/index.ts";
import { rate } from "#lib/domain/rate.ts";
import type { CohortKind, Summary } from "#lib/evaluate/metrics/index.ts";
import type { CohortComparison } from "#lib/loop/compare-cohorts.ts";

/** The cohorts of a kind as they stand side by side, each held against all answers that are not its own. */
export function cohortRows({ all, cohorts }: CohortComparison, kind: CohortKind): ComparisonRow[] {
  return cohorts.map((row) => {
    const others = othersOf(all, row);
    return {
      ...row,
      key: row.cohort,
      name: cohortName(kind, row.cohort),
      against: others.positive,
      doubt: responseDoubt(row.responseRate, others.responseRate),
    };
  });
}

const othersOf = (all: Summary, own: Summary) => ({
  positive: rate(all.thumbsUp - own.thumbsUp, all.positive.n - own.positive.n),
  responseRate: rate(all.rated - own.rated, all.interactions - own.interactions),
});
