import { z } from "zod";
import { type Baseline, readBaseline } from "#lib/act/experiments/index.ts";
import {
  type ExperimentNeeds,
  type ExperimentPlan,
  type MetricScale,
  planExperiment,
  smallestEffect,
} from "#lib/decide/experiments/index.ts";
import { experimentMetricSchema, usuallyBetter } from "#lib/domain/experiment.ts";
import { idSchema } from "#lib/domain/fields.ts";
import { variance } from "#lib/domain/variance.ts";
import { countSchema } from "#lib/evaluate/metrics/index.ts";
import { listScores } from "#lib/observe/scores/index.ts";
import { metricScale } from "./metric-scale.ts";

/** Users with a value below which a baseline is no basis. */
const USERS_MIN = 10;

/** The durations for which the smallest difference is shown, in days. */
const DURATIONS = [7, 14, 28, 56];

/** The largest difference that is looked for where a metric has no range, in standard deviations. */
const DEVIATIONS_MAX = 4;

const numberSchema = z
  .string()
  .regex(/^\d+(\.\d+)?$/, "must be a number")
  .transform(Number);

const shareSchema = numberSchema.pipe(z.number().max(1, "must be at most 1"));

/** What an experiment would be like. */
export const planQuerySchema = z.strictObject({
  metric: experimentMetricSchema.describe("The primary metric."),
  feature_name: idSchema.optional().describe("Only answers of this feature."),
  effect: numberSchema
    .pipe(z.number().positive("must be greater than 0"))
    .optional()
    .describe("The smallest difference of interest, on the metric's own scale."),
  traffic: shareSchema.describe("The share of users in the experiment."),
  weights: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(shareSchema).min(2, "must have at least 2 entries").max(10, "must have at most 10 entries"))
    .describe("The shares of the arms, the control first, by commas."),
});

/** An experiment as it is planned. */
type PlanQuery = z.output<typeof planQuerySchema>;

/** What an experiment would take. */
export const planSchema = z.object({
  baseline: z.object({
    value: z.number().nullable().describe("The metric by user; null with too few users."),
    raters: countSchema.describe("Users with a value."),
    users: countSchema.describe("All users."),
    days: z.number().describe("Days that were looked at."),
  }),
  needs: z
    .object({
      raters: countSchema.describe("Users who must rate, in all arms together."),
      users: countSchema.describe("The same with those who do not rate."),
      days: z.number().nullable().describe("At today's traffic; null without any."),
      once_each: countSchema.nullable().describe("Users of each arm with one look at the end, for rates."),
    })
    .nullable()
    .describe("Null with too few users, without an effect, and where no number of users is enough."),
  detectable: z
    .array(
      z.object({
        days: countSchema,
        effect: z.number().nullable().describe("Null where no difference would be found."),
      }),
    )
    .describe("The smallest difference that so many days find with a probability of 80%."),
});

/** What an experiment would take. */
export type Plan = z.output<typeof planSchema>;

/** What an experiment would take, from the traffic and the ratings of the project's last days. */
export async function planFromTraffic(
  projectId: string,
  { metric, feature_name: featureName, effect, traffic, weights }: PlanQuery,
  now: Date,
): Promise<z.input<typeof planSchema>> {
  const [baseline, scores] = await Promise.all([
    readBaseline(projectId, { metric, featureName }, now),
    listScores(projectId),
  ]);
  const { users, n: raters, days } = baseline;
  const spread = raters < USERS_MIN ? null : variance(baseline);
  if (spread === null) return { baseline: { value: null, raters, users, days }, needs: null, detectable: [] };
  const plan = planOf(baseline, spread, { traffic, weights });
  const largest = largestEffect(metricScale(metric, usuallyBetter(metric), scores), spread);
  return {
    baseline: { value: plan.baseline, raters, users, days },
    needs: effect === undefined ? null : needsJson(planExperiment({ ...plan, effect })),
    detectable: DURATIONS.map((each) => ({ days: each, effect: smallestEffect(plan, each, largest) })),
  };
}

const planOf = (
  { n, sum, users, days }: Baseline,
  spread: number,
  { traffic, weights }: Pick<PlanQuery, "traffic" | "weights">,
): Omit<ExperimentPlan, "effect"> => ({
  ...{ baseline: sum / n, spread, traffic, weights },
  ...{ usersPerDay: users / days, responseRate: n / users },
});

const largestEffect = ({ range }: MetricScale, spread: number): number =>
  range ? range.max - range.min : DEVIATIONS_MAX * Math.sqrt(spread);

const needsJson = (needs: ExperimentNeeds | null) =>
  needs && { raters: needs.raters, users: needs.users, days: needs.days, once_each: needs.onceEach };
