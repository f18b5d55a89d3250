import { ALPHA, alwaysValidP } from "../statistics/index.ts";
import { RATERS_MIN } from "./check-arms.ts";
import { type Difference, meanOf, minus, shownDifference } from "./estimate.ts";
import type { ArmSums, MetricScale } from "./sums.ts";

/** How the difference between an arm and the control changes after users' first week. */
export interface Novelty {
  early: Difference | null;
  later: Difference | null;
  /** The later difference minus the early one. */
  change: Difference | null;
  /**
   * `too_soon` until ten users of each arm have values in both periods. `fading` or `growing` if the change is certain,
   * towards zero or away from it. Otherwise `steady`.
   */
  state: "too_soon" | "steady" | "fading" | "growing";
  /** Whether the later difference is certain by itself, in the direction of the early one. */
  lasts: boolean;
}

/**
 * Compares each user's first week with later weeks. Users with values in both periods count in both as if independent,
 * which overestimates the uncertainty of the change.
 */
export function noveltyOf(arm: ArmSums, control: ArmSums, scale: MetricScale, alpha = ALPHA): Novelty {
  const differenceIn = (time: "early" | "later") =>
    Math.min(arm[time].n, control[time].n) < RATERS_MIN
      ? null
      : minus(meanOf(arm[time], scale), meanOf(control[time], scale));
  const [early, later] = [differenceIn("early"), differenceIn("later")];
  const change = early &&
    later && {
      value: later.value - early.value,
      error: Math.hypot(later.error, early.error),
      n: early.n + later.n,
    };
  const moved = change !== null && alwaysValidP(change) <= alpha;
  const away = change && early && Math.sign(change.value) === Math.sign(early.value);
  return {
    early: shownDifference(early, scale, alpha),
    later: shownDifference(later, scale, alpha),
    change: shownDifference(change, scale, alpha),
    state: change === null ? "too_soon" : moved ? (away ? "growing" : "fading") : "steady",
    lasts:
      early !== null &&
      later !== null &&
      alwaysValidP(later) <= alpha &&
      Math.sign(later.value) === Math.sign(early.value),
  };
}
