import type { ResponseDoubt } from "#lib/decide/statistics/index.ts";
import type { Rate } from "#lib/domain/rate.ts";
import type { RateDifference } from "#lib/domain/rate-difference.ts";
import type { Summary } from "#lib/evaluate/metrics/index.ts";

/** One of several that stand side by side: a model, a prompt version, a cohort, a feature. */
export type NamedRow = Summary & {
  /** What tells it from the others. */
  key: string;
  name: string;
};

/** One of several of which each is held against one of them, or against the others. */
export type ComparisonRow = NamedRow & {
  /** The positive rate that its own is held against. */
  against: Rate;
  /** How much its positive rate is above that one; null where it is that one itself. */
  difference: RateDifference | null;
  /** The two response rates, where they differ so much that the difference is in doubt. */
  doubt: ResponseDoubt | null;
};
