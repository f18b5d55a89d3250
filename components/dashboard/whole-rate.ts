import { type Rate, rate } from "#lib/domain/rate";
import type { Summary } from "#lib/evaluate/metrics/index";

/** The positive rate of rows that share no answer, taken together. */
export function wholeRate(rows: readonly Pick<Summary, "thumbsUp" | "thumbsDown">[]): Rate {
  const up = rows.reduce((sum, { thumbsUp }) => sum + thumbsUp, 0);
  return rate(up, up + rows.reduce((sum, { thumbsDown }) => sum + thumbsDown, 0));
}
