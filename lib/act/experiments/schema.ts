import { z } from "zod";
import {
  type Better,
  betterSchema,
  type ExperimentMetric,
  experimentKindSchema,
  experimentMetricSchema,
  experimentStateSchema,
  usuallyBetter,
} from "#lib/domain/experiment.ts";
import { idSchema } from "#lib/domain/fields.ts";

/** Most characters of a hypothesis or a reason. */
const WORDS_MAX = 2_000;

/** Most arms, and most guardrails: each is compared by itself, and the more there are, the less is found. */
const [ARMS_MAX, GUARDRAILS_MAX] = [10, 10];

const wordsSchema = z
  .string()
  .trim()
  .max(WORDS_MAX, `must have at most ${WORDS_MAX} characters`)
  .refine((text) => !text.includes("\0") && text.isWellFormed(), {
    error: "must not contain NUL characters or unpaired surrogates",
  });

const withBetter = <Chosen extends { metric: ExperimentMetric; better?: Better | undefined }>(
  chosen: Chosen,
) => ({
  ...chosen,
  better: chosen.better ?? usuallyBetter(chosen.metric),
});

const chosenFields = {
  metric: experimentMetricSchema.describe(
    "A built-in metric such as positive_rate, signal:NAME for the share of answers with a signal, or score:NAME for the mean of a score.",
  ),
  better: betterSchema
    .optional()
    .describe(
      "Which end is better. Defaults to lower for latency, cost, corrections, and signals such as regenerate; otherwise to higher.",
    ),
};

const primarySchema = z.strictObject(chosenFields).transform(withBetter);

const guardrailSchema = z
  .strictObject({
    ...chosenFields,
    tolerance: z
      .number()
      .min(0)
      .max(1_000)
      .default(0)
      .describe(
        "How much worse it may get: relative for latency and cost (0.1 is 10%), otherwise on the metric's own scale.",
      ),
  })
  .transform(withBetter);

const armSchema = z.strictObject({
  variant: idSchema,
  weight: z.number().min(0).max(1).describe("Its share of the users in the experiment. All add up to 1."),
  is_control: z
    .boolean()
    .optional()
    .describe("Whether the other arms are compared with this one. Defaults to the first arm."),
  prompt_version: idSchema.nullish().describe("The version of the prompt that it serves."),
  model_name: idSchema.nullish().describe("The model that it serves."),
});

const settingsFields = {
  hypothesis: wordsSchema.describe("What you expect, and why. Required before the start."),
  kind: experimentKindSchema.describe(
    "What the arms differ in: versions of a prompt, models, or anything else of your own.",
  ),
  feature_name: idSchema.nullish().describe("The feature whose answers are compared."),
  prompt_template: idSchema.nullish().describe("The prompt whose readers are split."),
  label: idSchema.nullish().describe("The prompt's label whose readers are split, such as production."),
  traffic: z.number().min(0).max(1).describe("The share of all users who are in the experiment."),
  primary_metric: primarySchema.nullish().describe("What decides the experiment. Required before the start."),
  guardrails: z
    .array(guardrailSchema)
    .max(GUARDRAILS_MAX, `must have at most ${GUARDRAILS_MAX} entries`)
    .describe("Metrics that must not get worse."),
  pause_on_harm: z
    .boolean()
    .describe("Whether an arm is paused by itself when a guardrail is surely worse in it."),
  arms: z
    .array(armSchema)
    .min(2, "must have at least 2 entries")
    .max(ARMS_MAX, `must have at most ${ARMS_MAX} entries`)
    .describe("The variants, each with its share."),
};

/** The path of an experiment of this name would be that of another route. */
const nameSchema = idSchema.refine((name) => name !== "compare", 'must not be "compare"');

/** An experiment as it is created. */
export const newExperimentSchema = z.strictObject({
  experiment: nameSchema.describe("Its name. Log it with each answer as `experiment`."),
  ...settingsFields,
  hypothesis: settingsFields.hypothesis.default(""),
  kind: settingsFields.kind.default("custom"),
  traffic: settingsFields.traffic.default(1),
  guardrails: settingsFields.guardrails.default([]),
  pause_on_harm: settingsFields.pause_on_harm.default(false),
});

/** What may be sent of an experiment to change it. */
export const experimentChangeSchema = z
  .strictObject({
    ...settingsFields,
    reason: wordsSchema.describe("Why the split is changed. Recorded if the experiment is running."),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "must contain at least one field to change");

/** Settings as they are sent. */
export type SentSettings = z.output<typeof experimentChangeSchema>;

/** An experiment as it is sent. */
export type NewExperiment = z.output<typeof newExperimentSchema>;

/** An experiment in an address. */
export const experimentParamsSchema = z.object({
  experiment: idSchema.describe("The experiment's name."),
});

/** An arm of an experiment in an address. */
export const armParamsSchema = experimentParamsSchema.extend({
  variant: idSchema.describe("The arm's variant."),
});

const reasonSchema = wordsSchema
  .min(1, "must not be empty")
  .describe("Why. Kept with the experiment for good.");

/** Why a step is taken. */
export const stepSchema = z.strictObject({ reason: reasonSchema });

/** What is promoted, and why. */
export const promoteSchema = z.strictObject({
  winner: idSchema.describe("The variant that won."),
  reason: reasonSchema,
});

/** The query of the list. */
export const experimentQuerySchema = z.strictObject({
  state: experimentStateSchema.optional().describe("Only experiments in this state."),
  prompt_template: idSchema.optional().describe("Only experiments on this prompt."),
});
