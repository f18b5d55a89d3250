import { z } from "zod";
import { betterSchema, experimentKindSchema, experimentStateSchema } from "#lib/domain/experiment.ts";
import type {
  ChosenMetric,
  Experiment,
  ExperimentArm,
  ExperimentTransition,
  Guardrail,
} from "./experiment.ts";

const metricSchema = z.object({
  metric: z.string().describe("The metric's name."),
  better: betterSchema.describe("Which end is better."),
});

const armSchema = z.object({
  variant: z.string(),
  weight: z.number().describe("Its share of the users in the experiment."),
  is_control: z.boolean().describe("Whether the other arms are compared with this one."),
  prompt_version: z.string().nullable().describe("The version of the prompt that it serves."),
  model_name: z.string().nullable().describe("The model that it serves."),
  paused_at: z.iso
    .datetime()
    .nullable()
    .describe(
      "When it was paused because a guardrail was surely worse. Nobody gets it until it is resumed: assign as if its weight were 0.",
    ),
});

const splitSchema = z.object({
  traffic: z.number().describe("The share of all users who were in the experiment."),
  weights: z.record(z.string(), z.number()).describe("The share of each variant among them."),
});

const transitionSchema = z.object({
  from: experimentStateSchema.nullable().describe("The state before; null when it was created."),
  to: experimentStateSchema.describe("The state from then on. The same as before if the split was changed."),
  split: splitSchema.describe("How users were assigned from then on."),
  by: z.string().describe("Who did it."),
  reason: z.string().describe("Why."),
  at: z.iso.datetime().describe("When (UTC)."),
});

/** An experiment as it is answered. */
export const experimentSchema = z
  .object({
    experiment: z.string().describe("Its name, which interactions have as `experiment`."),
    state: experimentStateSchema.describe("`promoted` and `stopped` are decisions and final."),
    hypothesis: z.string().describe("What is expected, and why."),
    kind: experimentKindSchema.describe("What the arms differ in."),
    feature_name: z.string().nullable(),
    prompt_template: z.string().nullable().describe("The prompt whose readers are split."),
    label: z.string().nullable().describe("The prompt's label whose readers are split."),
    traffic: z.number().describe("The share of all users who are in the experiment."),
    salt: z
      .string()
      .describe(
        "The key that users are assigned by, for servers that assign on their own. Never show it in a page.",
      ),
    arms: z.array(armSchema).describe("The variants."),
    primary_metric: metricSchema.nullable().describe("What decides the experiment."),
    guardrails: z
      .array(metricSchema.extend({ tolerance: z.number().describe("How much worse it may get.") }))
      .describe("Metrics that must not get worse."),
    pause_on_harm: z.boolean().describe("Whether an arm is paused when a guardrail is surely worse in it."),
    winner: z.string().nullable().describe("The variant that was promoted."),
    decision: z.unknown().describe("The results that the decision was based on; null before."),
    created_by: z.string().describe("Who created it."),
    created_at: z.iso.datetime(),
    started_at: z.iso.datetime().nullable().describe("When it started. Only later answers count."),
    split_at: z.iso.datetime().nullable().describe("When its split was last changed."),
    ended_at: z.iso.datetime().nullable().describe("When it was decided."),
  })
  .meta({ id: "Experiment" });

/** An experiment with its steps. */
export const experimentDetailSchema = z.object({
  experiment: experimentSchema.describe("The experiment."),
  transitions: z.array(transitionSchema).describe("Its steps and changes of its split, oldest first."),
});

/** The experiments of a project. */
export const experimentListSchema = z.object({
  data: z.array(experimentSchema).describe("Newest first."),
});

const metricJson = ({ metric, better }: ChosenMetric) => ({ metric, better });

const guardrailJson = ({ tolerance, ...chosen }: Guardrail) => ({ ...metricJson(chosen), tolerance });

const timeJson = (at: Date | null): string | null => at?.toISOString() ?? null;

const armJson = (arm: ExperimentArm): z.input<typeof armSchema> => ({
  variant: arm.variant,
  weight: arm.weight,
  is_control: arm.isControl,
  prompt_version: arm.promptVersion,
  model_name: arm.modelName,
  paused_at: timeJson(arm.pausedAt),
});

/** The JSON of an experiment. */
export const experimentJson = (experiment: Experiment): z.input<typeof experimentSchema> => ({
  experiment: experiment.experiment,
  state: experiment.state,
  hypothesis: experiment.hypothesis,
  kind: experiment.kind,
  feature_name: experiment.featureName,
  prompt_template: experiment.promptTemplate,
  label: experiment.label,
  traffic: experiment.traffic,
  salt: experiment.salt,
  arms: experiment.arms.map(armJson),
  primary_metric: experiment.primaryMetric && metricJson(experiment.primaryMetric),
  guardrails: experiment.guardrails.map(guardrailJson),
  pause_on_harm: experiment.pauseOnHarm,
  winner: experiment.winner,
  decision: experiment.decision ?? null,
  created_by: experiment.createdBy,
  created_at: experiment.createdAt.toISOString(),
  started_at: timeJson(experiment.startedAt),
  split_at: timeJson(experiment.splitAt),
  ended_at: timeJson(experiment.endedAt),
});

/** The JSON of an experiment with its steps. */
export const experimentDetailJson = (
  experiment: Experiment,
  transitions: readonly ExperimentTransition[],
): z.input<typeof experimentDetailSchema> => ({
  experiment: experimentJson(experiment),
  transitions: transitions.map(({ at, ...transition }) => ({ ...transition, at: at.toISOString() })),
});
