import { ALPHA, alwaysValidP, benjaminiHochberg, type Estimated, holm } from "../statistics/index.ts";
import { RATERS_MIN } from "./check-arms.ts";
import {
  type ArmEstimate,
  type Difference,
  direction,
  meanOf,
  minus,
  shownDifference,
  shownMean,
} from "./estimate.ts";
import type { ArmSums, ExperimentSums, SecondaryMetric } from "./sums.ts";

/** A secondary metric in one arm. */
export interface SecondaryResult {
  variant: string;
  metric: string;
  role: SecondaryMetric["role"];
  estimate: ArmEstimate;
  /** The difference from the control; null for the control itself and if there are too few users. */
  difference: Difference | null;
  /**
   * For a guardrail, the p-value of being worse by more than its tolerance, adjusted for all guardrails and arms (Holm).
   * For an explored metric, the p-value of any difference, adjusted for the false discovery rate (Benjamini–Hochberg).
   */
  adjustedP: number;
  /** Whether a guardrail is certainly worse than in the control by more than its tolerance. */
  harm: boolean;
}

/** Compares all secondary metrics of all arms with the control. */
export function compareSecondary(
  { arms, secondary }: Pick<ExperimentSums, "arms" | "secondary">,
  control: ArmSums,
): SecondaryResult[] {
  const found = secondary.flatMap((metric) => arms.map((arm) => compareOne(metric, arm, control)));
  const compared = found.filter(({ difference }) => difference !== null);
  const adjust = (role: SecondaryMetric["role"], by: (ps: readonly number[]) => number[]) => {
    const own = compared.filter((each) => each.metric.role === role);
    const adjusted = by(own.map(({ p }) => p));
    return own.map((each, index) => [each, adjusted[index] ?? 1] as const);
  };
  const adjusted = new Map([...adjust("guardrail", holm), ...adjust("explored", benjaminiHochberg)]);
  return found.map((each) => {
    const { metric, arm, estimate, difference } = each;
    const adjustedP = adjusted.get(each) ?? 1;
    const harm = metric.role === "guardrail" && adjustedP <= ALPHA;
    const shown = shownDifference(difference, metric);
    return {
      ...{ variant: arm.variant, metric: metric.name, role: metric.role, estimate },
      ...{ difference: shown, adjustedP, harm },
    };
  });
}

function compareOne(metric: SecondaryMetric, arm: ArmSums, control: ArmSums) {
  const meanIn = (of: ArmSums) => {
    const sums = of.secondary[metric.name];
    return sums ? meanOf(sums, metric) : null;
  };
  const difference = arm === control ? null : minus(meanIn(arm), meanIn(control));
  const enough = [arm, control].every((of) => (of.secondary[metric.name]?.n ?? 0) >= RATERS_MIN);
  const p = difference === null || !enough ? 1 : pOf(metric, difference);
  return { metric, arm, estimate: shownMean(meanIn(arm), metric), difference, p };
}

function pOf(metric: SecondaryMetric, difference: Estimated): number {
  if (metric.role === "explored") return alwaysValidP(difference);
  const allowed = metric.better === "higher" ? -metric.tolerance : metric.tolerance;
  const against = metric.logarithmic ? Math.log1p(allowed) : allowed;
  return direction(difference.value - against, metric) === -1 ? alwaysValidP(difference, against) : 1;
}
