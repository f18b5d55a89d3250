import { type ExperimentPlan, planExperiment } from "./plan-experiment.ts";

/** Halvings of the range in which an effect is looked for. */
const HALVINGS = 40;

/**
 * The smallest difference that so many days find with the plan's power; null where not even the largest is found.
 * @param largest the largest difference that the metric can have.
 */
export function smallestEffect(
  plan: Omit<ExperimentPlan, "effect">,
  days: number,
  largest: number,
): number | null {
  const isFound = (effect: number) => {
    const needed = planExperiment({ ...plan, effect })?.days ?? null;
    return needed !== null && needed <= days;
  };
  if (!isFound(largest)) return null;
  let [missed, found] = [0, largest];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (missed + found) / 2;
    if (isFound(middle)) found = middle;
    else missed = middle;
  }
  return found;
}
