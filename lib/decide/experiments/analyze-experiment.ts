import {
  ALPHA,
  alwaysValidP,
  chanceToBeBest,
  cuped,
  type Estimated,
  holm,
  type Standing,
} from "../statistics/index.ts";
import { checkResponses, type ResponseCheck, type SampleRatio, sampleRatio } from "./check-arms.ts";
import {
  type ArmEstimate,
  type ArmMean,
  type Difference,
  meanOf,
  minus,
  shownDifference,
  shownMean,
} from "./estimate.ts";
import { type Novelty, noveltyOf } from "./novelty.ts";
import { compareSecondary, type SecondaryResult } from "./secondary.ts";
import type { ArmSums, ExperimentSums, MetricScale } from "./sums.ts";
import { type JudgedArm, judge, type Verdict } from "./verdict.ts";

/** The primary metric of an arm, and its difference from the control. */
export interface PrimaryResult {
  estimate: ArmEstimate;
  /** The intervals of all arms hold at the same time, each at α divided by their number. Null for the control. */
  difference: Difference | null;
}

/** The analysis of one arm. */
export interface AnalyzedArm {
  variant: string;
  isControl: boolean;
  exposed: number;
  raters: number;
  switched: number;
  ratings: number;
  answers: number;
  responses: number;
  /** The result that the verdict uses: adjusted for history if there is enough, otherwise the plain one. */
  primary: PrimaryResult;
  /** Without adjustment. */
  plain: PrimaryResult;
  /** The p-value of any difference from the control, adjusted for all arms (Holm); null for the control. */
  adjustedP: number | null;
  /** Null if an arm has no estimate. */
  standing: Standing | null;
  /** Null for the control. */
  responseCheck: ResponseCheck | null;
  novelty: Novelty | null;
}

/** The analysis of an experiment. */
export interface ExperimentAnalysis {
  arms: AnalyzedArm[];
  sampleRatio: SampleRatio | null;
  /** The share of the variance removed by adjusting for history; null if there is not enough history. */
  historyReduction: number | null;
  secondary: SecondaryResult[];
  verdict: Verdict;
  /** Arms with a guardrail that is certainly worse. They are to be paused if the owner switched that on. */
  harm: { variant: string; metric: string }[];
}

/**
 * Analyzes an experiment from one row of sums per arm; null without a control. It can be called at any time, as often as
 * wanted: if the arms do not differ, the probability of ever naming a winner is at most 5 %.
 */
export function analyzeExperiment(experiment: ExperimentSums): ExperimentAnalysis | null {
  const { arms, primary: scale } = experiment;
  const control = arms.find(({ isControl }) => isControl);
  if (!control) return null;
  const secondary = compareSecondary(experiment, control);
  const harm = secondary.filter((result) => result.harm).map(({ variant, metric }) => ({ variant, metric }));
  const plain = arms.map(({ primary }) => meanOf(primary, scale));
  const history = cuped(arms.map(({ primary }) => primary));
  const means = history
    ? history.adjusted.map((sums, index) => meanOf(sums, scale, arms[index]?.primary))
    : plain;
  const judged = judgeArms(experiment, control, means, harm);
  const ratio = sampleRatio(arms);
  const standings = standingsOf(means, scale);
  return {
    arms: arms.map((arm, index) => ({
      ...shownArm(arm),
      primary: shownPrimary(arms, means, index, scale),
      plain: shownPrimary(arms, plain, index, scale),
      adjustedP: judged.get(arm)?.adjustedP ?? null,
      standing: standings?.[index] ?? null,
      responseCheck: judged.get(arm)?.responses ?? null,
      novelty: judged.get(arm)?.novelty ?? null,
    })),
    sampleRatio: ratio,
    historyReduction: history?.reduction ?? null,
    secondary,
    verdict: judge(control, [...judged.values()], ratio, scale),
    harm,
  };
}

function judgeArms(
  { arms, primary: scale }: ExperimentSums,
  control: ArmSums,
  means: readonly ArmMean[],
  harm: ExperimentAnalysis["harm"],
): Map<ArmSums, JudgedArm> {
  const treatments = arms.filter((arm) => arm !== control);
  const differences = treatments.map((arm) => differenceOf(arms, means, arm, control));
  const adjusted = holm(differences.map((difference) => (difference ? alwaysValidP(difference) : 1)));
  return new Map(
    treatments.map((arm, index) => [
      arm,
      {
        sums: arm,
        difference: differences[index] ?? null,
        adjustedP: adjusted[index] ?? 1,
        responses: checkResponses(arm, control),
        novelty: noveltyOf(arm, control, scale, ALPHA / treatments.length),
        harmedBy: harm.filter(({ variant }) => variant === arm.variant).map(({ metric }) => metric),
      },
    ]),
  );
}

const differenceOf = (
  arms: readonly ArmSums[],
  means: readonly ArmMean[],
  arm: ArmSums,
  control: ArmSums,
): Estimated | null => minus(means[arms.indexOf(arm)] ?? null, means[arms.indexOf(control)] ?? null);

function standingsOf(means: readonly ArmMean[], { better }: MetricScale): Standing[] | null {
  const sign = better === "higher" ? 1 : -1;
  const known = means.filter((mean) => mean !== null);
  if (known.length < means.length) return null;
  return chanceToBeBest(known.map(({ value, error }) => ({ value: sign * value, error })));
}

const shownArm = ({
  variant,
  isControl,
  exposed,
  primary,
  switched,
  ratings,
  answers,
  responses,
}: ArmSums) => ({
  ...{ variant, isControl, exposed, raters: primary.n, switched, ratings, answers, responses },
});

function shownPrimary(
  arms: readonly ArmSums[],
  means: readonly ArmMean[],
  index: number,
  scale: MetricScale,
): PrimaryResult {
  const control = arms.findIndex(({ isControl }) => isControl);
  const mean = means[index] ?? null;
  const difference = index === control ? null : minus(mean, means[control] ?? null);
  return {
    estimate: shownMean(mean, scale),
    difference: shownDifference(difference, scale, ALPHA / (arms.length - 1)),
  };
}
