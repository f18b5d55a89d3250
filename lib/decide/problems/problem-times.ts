import type { ProblemState } from "#lib/domain/problem-lifecycle.ts";

/** When a problem came into a state. */
export interface ProblemStep {
  to: ProblemState;
  at: Date;
}

/** How long it took to notice a problem, to ship a fix, and to see that it worked, in hours. Null for what did not happen. */
export interface ProblemTimes {
  notice: number | null;
  ship: number | null;
  verify: number | null;
}

const HOUR_MS = 3_600_000;

/**
 * The times of a problem, from its records. A fix that did not hold does not count as shipped: the last one does, from when
 * the problem was noticed.
 * @param beganAt when the problem began, by the data; null where that is not known.
 */
export function problemTimes(beganAt: Date | null, steps: readonly ProblemStep[]): ProblemTimes {
  const noticed = steps.find(({ to }) => to === "open")?.at ?? null;
  const shipped = steps.findLast(({ to }) => to === "fixed")?.at ?? null;
  const verified = steps.findLast(({ to }) => to === "verified")?.at ?? null;
  const held = verified !== null && shipped !== null && verified >= shipped;
  return {
    notice: hoursBetween(beganAt, noticed),
    ship: hoursBetween(noticed, shipped),
    verify: held ? hoursBetween(shipped, verified) : null,
  };
}

const hoursBetween = (from: Date | null, to: Date | null): number | null =>
  from === null || to === null ? null : Math.max(0, (to.getTime() - from.getTime()) / HOUR_MS);
