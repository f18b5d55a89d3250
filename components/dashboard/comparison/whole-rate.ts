import { type Rate, rate } from "#lib/domain/rate.ts";
import { addParts, partsOf } from "#lib/domain/rate-parts.ts";
import type { Summary } from "#lib/evaluate/metrics/index.ts";

/** The positive rate of rows that share no answer, taken together; of one row alone nothing, for it is its own whole. */
export function wholeRate(rows: readonly Pick<Summary, "thumbsUp" | "thumbsDown">[]): Rate {
  if (rows.length < 2) return rate(0, 0);
  return rate(...addParts(rows.map(partsOf.positiveRate)));
}
