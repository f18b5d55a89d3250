import type { ResponseDoubt } from "#lib/decide/statistics/index.ts";
import type { Rate } from "#lib/domain/rate.ts";
import type { RateDifference } from "#lib/domain/rate-difference.ts";
import type { Summary } from "#lib/evaluate/metrics/index.ts";

/** A row of a comparison: a model, a prompt version, a cohort or a feature. */
export type NamedRow = Summary & {
  /** Its unique key. */
  key: string;
  name: string;
};

/** A row compared with a reference row, or with all others. */
export type ComparisonRow = NamedRow & {
  /** The positive rate of the reference. */
  against: Rate;
  /** How much its positive rate is above that one; null where it is that one itself. */
  difference: RateDifference | null;
  /** The two response rates, where they differ so much that the difference is in doubt. */
  doubt: ResponseDoubt | null;
};
