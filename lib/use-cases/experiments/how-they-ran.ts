import type { Side } from "#lib/decide/experiments/index.ts";
import type { VersionDay } from "#lib/evaluate/metrics/index.ts";

/** Share of their answers that two versions must have on the same days to have run side by side. */
const SHARED_MIN = 0.5;

/** Some time, from `since` (inclusive) to `until` (exclusive). */
interface Time {
  since: Date;
  until: Date;
}

/**
 * How users came to two versions: dealt by an experiment that ran all of the time, on the same days, or one after the other.
 * @param experiments when experiments between the two ran; one that runs still has no end.
 */
export function howTheyRan(
  [a, b]: readonly [string, string],
  days: readonly VersionDay[],
  window: Time,
  experiments: readonly { startedAt: Date | null; endedAt: Date | null }[],
): Side {
  const covered = experiments.some(
    ({ startedAt, endedAt }) =>
      startedAt !== null && startedAt <= window.since && (endedAt === null || endedAt >= window.until),
  );
  if (covered) return "randomised";
  return sharedDays(a, b, days) >= SHARED_MIN ? "side_by_side" : "one_after_the_other";
}

/** Which share of their answers two versions have in common, if each had one in all: 1 if they ran alike. */
function sharedDays(a: string, b: string, days: readonly VersionDay[]): number {
  const shares = (version: string) => {
    const own = days.filter((day) => day.version === version);
    const all = own.reduce((sum, { interactions }) => sum + interactions, 0);
    return new Map(own.map(({ day, interactions }) => [day.getTime(), interactions / all]));
  };
  const [one, other] = [shares(a), shares(b)];
  return [...one].reduce((sum, [day, share]) => sum + Math.min(share, other.get(day) ?? 0), 0);
}
