import { type Analysis, type AnalyzedArm, type Difference, treatmentsOf } from "./results.ts";

/** Users of an arm below which its estimate says nothing. */
export const USERS_MIN = 10;

/** An arm that can be compared with the control, and by how much it differs. */
export interface Lead {
  arm: AnalyzedArm;
  difference: Difference;
}

/** The difference of an arm from the control; null where either has too few users. */
export function shownDifference(arm: AnalyzedArm, { arms }: Pick<Analysis, "arms">): Difference | null {
  const control = arms.find(({ is_control: isControl }) => isControl);
  const isEnough = [arm, control].every((each) => (each?.primary.estimate?.n ?? 0) >= USERS_MIN);
  return isEnough ? arm.primary.difference : null;
}

/**
 * The arm whose difference stands for an experiment: the winner, else the one that is most likely the best; the control
 * never, for it has none. Null while no arm can be compared.
 */
export function leadOf(analysis: Pick<Analysis, "arms" | "winner">): Lead | null {
  const known = treatmentsOf(analysis).flatMap((arm) => {
    const difference = shownDifference(arm, analysis);
    return difference ? [{ arm, difference }] : [];
  });
  const chance = ({ arm }: Lead) => arm.chance_to_be_best ?? 0;
  const [best] = known.toSorted((one, other) => chance(other) - chance(one));
  return known.find(({ arm }) => arm.variant === analysis.winner) ?? best ?? null;
}

/** Which side of zero the whole interval of a difference lies on, as far as a reader cares. */
export function differenceTone({ low, high }: Pick<Difference, "low" | "high">, better: "higher" | "lower") {
  if (low <= 0 && high >= 0) return "open";
  return low > 0 === (better === "higher") ? "good" : "bad";
}
