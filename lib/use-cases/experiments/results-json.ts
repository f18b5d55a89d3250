import { z } from "zod";
import type {
  AnalyzedArm,
  ArmEstimate,
  Difference,
  ExperimentAnalysis,
  Novelty,
  PrimaryResult,
  SecondaryResult,
} from "#lib/decide/experiments/index.ts";
import { experimentStateSchema } from "#lib/domain/experiment.ts";
import { countSchema, rateJson, rateSchema } from "#lib/evaluate/metrics/index.ts";
import type { ExperimentReading } from "./read-experiment.ts";
import { cautionWords, obstacleWords } from "./verdict-words.ts";

const estimateSchema = z
  .object({
    value: z.number().describe("The mean over users, each with the mean of their values."),
    low: z.number().describe("Lower bound of the always-valid 95% interval."),
    high: z.number().describe("Upper bound of the always-valid 95% interval."),
    n: countSchema.describe("Users with at least one value."),
  })
  .meta({ id: "UserEstimate", examples: [{ value: 0.72, low: 0.68, high: 0.76, n: 840 }] });

const differenceSchema = z
  .object({
    value: z
      .number()
      .describe("This arm minus the control; relative for latency and cost, where 0.1 is 10% more."),
    low: z.number().describe("Lower bound of the always-valid interval."),
    high: z.number().describe("Upper bound of the always-valid interval."),
    n: countSchema.describe("Users of both arms with at least one value."),
    p: z.number().describe("The always-valid p-value of no difference."),
  })
  .meta({ id: "UserDifference", examples: [{ value: 0.08, low: 0.02, high: 0.14, n: 1660, p: 0.004 }] });

const primarySchema = z.object({
  estimate: estimateSchema.nullable().describe("The primary metric; null with fewer than two users."),
  difference: differenceSchema.nullable().describe("Compared with the control; null for the control."),
});

const noveltySchema = z.object({
  state: z
    .enum(["too_soon", "steady", "fading", "growing"])
    .describe("How the difference changes after each user's first week."),
  lasts: z.boolean().describe("Whether what is left of a fading difference is certain on its own."),
  early: differenceSchema.nullable().describe("The difference in each user's first week."),
  later: differenceSchema.nullable().describe("The difference after each user's first week."),
  change: differenceSchema.nullable().describe("The later difference minus the early one."),
});

const armSchema = z.object({
  variant: z.string(),
  is_control: z.boolean().describe("Whether the other arms are compared with this one."),
  exposed: countSchema.describe("Users who saw an answer of this arm, and of no other."),
  switched: countSchema.describe("Users who saw this arm first and another later. They are left out."),
  raters: countSchema.describe("Users with a value of the primary metric."),
  ratings: countSchema.describe("Values of the primary metric."),
  answers: countSchema.describe("Answers that its users saw."),
  responses: countSchema.describe("Answers with a rating."),
  primary: primarySchema.describe(
    "What the verdict is based on: adjusted by what users said before, if enough did.",
  ),
  plain: primarySchema.describe("The same without the adjustment."),
  adjusted_p: z
    .number()
    .nullable()
    .describe("The p-value, adjusted for several arms (Holm); null for the control."),
  chance_to_be_best: z.number().nullable().describe("The chance that this arm is the best one."),
  expected_loss: z
    .number()
    .nullable()
    .describe("How much is lost on average if this arm is chosen and is not the best."),
  response_rate: rateSchema.nullable().describe("Share of users who rated anything; null for the control."),
  control_response_rate: rateSchema.nullable().describe("The same in the control; null for the control."),
  responses_differ: z
    .boolean()
    .nullable()
    .describe("Whether these differ so much that ratings cannot be compared; null for the control."),
  novelty: noveltySchema.nullable().describe("First week against later; null for the control."),
});

const metricSchema = z.object({
  variant: z.string(),
  metric: z.string().describe("The metric's name."),
  role: z
    .enum(["guardrail", "explored"])
    .describe("Guardrails must not get worse; the others are only shown."),
  estimate: estimateSchema.nullable().describe("The metric in this arm; null with fewer than two users."),
  difference: differenceSchema.nullable().describe("Compared with the control; null for the control."),
  adjusted_p: z
    .number()
    .describe(
      "For guardrails the p-value of being worse (Holm), for others of any difference (Benjamini–Hochberg).",
    ),
  harm: z.boolean().describe("Whether the guardrail is surely worse than its tolerance."),
});

const analysisSchema = z.object({
  arms: z.array(armSchema).describe("The arms, in the experiment's order."),
  metrics: z.array(metricSchema).describe("Guardrails and other metrics, by arm."),
  sample_ratio: z
    .object({
      statistic: z.number().describe("Pearson's χ²."),
      p: z.number().describe("Its p-value."),
      mismatch: z
        .boolean()
        .describe("Whether the arms got other shares of users than they should have (p < 0.001)."),
      arms: z
        .array(
          z.object({
            variant: z.string(),
            observed: countSchema.describe("Users since the split last changed."),
            expected: z.number().describe("Users expected by the split."),
          }),
        )
        .describe("Users by arm."),
    })
    .nullable()
    .describe("Whether users came to the arms as the split says; null while there are too few."),
  history_reduction: z
    .number()
    .nullable()
    .describe("Share of the variance explained by what users said before (CUPED); null if too few did."),
  winner: z.string().nullable().describe("The variant to choose; null while anything is missing."),
  also_better: z.array(z.string()).describe("Other arms that are surely better than the control."),
  missing: z
    .array(
      z.object({
        code: z.string().describe("A stable name of what is missing."),
        variant: z.string().nullable().describe("The arm it is about; null if it is about all."),
        message: z.string().describe("The same in words."),
        days: z.number().nullable().describe("Days it will take at today's traffic; null if unknown."),
      }),
    )
    .describe("Without a winner: why there is none. With one: what speaks against other arms."),
  cautions: z.array(z.string()).describe("What to know about the winner nevertheless."),
});

/** What an experiment says so far. */
export const resultsSchema = z.object({
  experiment: z.string().describe("The experiment's name."),
  state: experimentStateSchema.describe("Its state."),
  metric: z.string().nullable().describe("The primary metric."),
  analysis: analysisSchema.nullable().describe("Null before the start."),
  uncounted: z
    .object({
      unknown_variant: countSchema.describe("Answers of a variant that the experiment does not have."),
      anonymous: countSchema.describe("Answers without a user and a session."),
    })
    .describe("Logged answers that name the experiment and cannot be counted for any user."),
});

const estimateJson = (estimate: ArmEstimate) =>
  estimate && { value: estimate.value, low: estimate.low, high: estimate.high, n: estimate.n };

const differenceJson = (difference: Difference | null) =>
  difference && {
    ...{ value: difference.value, low: difference.low, high: difference.high },
    ...{ n: difference.n, p: difference.p },
  };

const primaryJson = ({ estimate, difference }: PrimaryResult) => ({
  estimate: estimateJson(estimate),
  difference: differenceJson(difference),
});

const noveltyJson = ({ state, lasts, early, later, change }: Novelty) => ({
  ...{ state, lasts, early: differenceJson(early), later: differenceJson(later) },
  change: differenceJson(change),
});

const armJson = (arm: AnalyzedArm): z.input<typeof armSchema> => ({
  variant: arm.variant,
  is_control: arm.isControl,
  exposed: arm.exposed,
  switched: arm.switched,
  raters: arm.raters,
  ratings: arm.ratings,
  answers: arm.answers,
  responses: arm.responses,
  primary: primaryJson(arm.primary),
  plain: primaryJson(arm.plain),
  adjusted_p: arm.adjustedP,
  chance_to_be_best: arm.standing?.chance ?? null,
  expected_loss: arm.standing?.expectedLoss ?? null,
  response_rate: arm.responseCheck && rateJson(arm.responseCheck.own),
  control_response_rate: arm.responseCheck && rateJson(arm.responseCheck.control),
  responses_differ: arm.responseCheck?.doubtful ?? null,
  novelty: arm.novelty && noveltyJson(arm.novelty),
});

const metricJson = (result: SecondaryResult): z.input<typeof metricSchema> => ({
  ...{ variant: result.variant, metric: result.metric, role: result.role },
  estimate: estimateJson(result.estimate),
  difference: differenceJson(result.difference),
  ...{ adjusted_p: result.adjustedP, harm: result.harm },
});

/** The infinite statistic of users where none may be has no JSON. */
const finite = (value: number): number => (Number.isFinite(value) ? value : Number.MAX_VALUE);

const analysisJson = (analysis: ExperimentAnalysis): z.input<typeof analysisSchema> => {
  const { arms, secondary, sampleRatio, historyReduction, verdict } = analysis;
  return {
    arms: arms.map(armJson),
    metrics: secondary.map(metricJson),
    sample_ratio: sampleRatio && {
      ...{ statistic: finite(sampleRatio.statistic), p: sampleRatio.p, mismatch: sampleRatio.mismatch },
      arms: sampleRatio.arms.map(({ variant, observed, expected }) => ({ variant, observed, expected })),
    },
    history_reduction: historyReduction,
    winner: verdict.winner,
    also_better: verdict.alsoBetter,
    missing: verdict.obstacles.map((obstacle) => ({
      code: obstacle.code,
      variant: "variant" in obstacle ? obstacle.variant : null,
      message: obstacleWords(obstacle),
      days: "days" in obstacle ? obstacle.days : null,
    })),
    cautions: verdict.cautions.map(cautionWords),
  };
};

/** The JSON of what an experiment says so far. */
export const resultsJson = ({
  experiment,
  analysis,
  uncounted,
}: ExperimentReading): z.input<typeof resultsSchema> => ({
  experiment: experiment.experiment,
  state: experiment.state,
  metric: experiment.primaryMetric?.metric ?? null,
  analysis: analysis && analysisJson(analysis),
  uncounted: { unknown_variant: uncounted.unknownVariant, anonymous: uncounted.anonymous },
});
