import type { Counts } from "#lib/evaluate/metrics/index";
import { TOO_FEW } from "./words.ts";

/** What a course needs of a day or hour. */
type Thumbs = Pick<Counts, "thumbsUp" | "thumbsDown">;

/** Steps over which a rate is taken in a window long enough for it: a week of days. */
const POOL = 7;

/**
 * How a positive rate went over the days or hours of a window: that of the seven steps up to each, of single steps in a
 * window shorter than two such runs. Null where these have too few ratings, or not seven steps lie behind.
 */
export function rateCourse(points: readonly Thumbs[]): (number | null)[] {
  const steps = points.length >= 2 * POOL ? POOL : 1;
  return points.map((_, index) => {
    const own = points.slice(Math.max(0, index + 1 - steps), index + 1);
    const up = own.reduce((sum, { thumbsUp }) => sum + thumbsUp, 0);
    const n = up + own.reduce((sum, { thumbsDown }) => sum + thumbsDown, 0);
    return own.length < steps || n < TOO_FEW ? null : up / n;
  });
}
