import { z } from "zod";
import { kindSchema } from "./fields.ts";
import type { ReadPrompt } from "./read-store.ts";
import { contentFields, contentJson, templateField, versionField } from "./reply.ts";

const servedArmSchema = z.object({
  variant: z.string().describe("The variant."),
  weight: z.number().describe("Its share of the users in the experiment; 0 if it is paused."),
  version: versionField.describe("The version it serves. Log it as `prompt_version`."),
  kind: kindSchema,
  ...contentFields,
});

const servedExperimentSchema = z.object({
  experiment: z.string().describe("The experiment. Log it as `experiment`."),
  salt: z.string().describe("The key that users are assigned by. Never show it in a page."),
  traffic: z.number().describe("The share of all users who are in the experiment."),
  arms: z.array(servedArmSchema).describe("What each variant serves."),
});

/** A prompt as a product uses it: the body of what is read most. */
export const servedPromptSchema = z
  .object({
    template: templateField,
    version: versionField.describe("The version. Log it as `prompt_version`."),
    label: z
      .string()
      .nullable()
      .describe("The label it was read by; null if read by version.")
      .meta({ examples: ["production"] }),
    kind: kindSchema,
    ...contentFields,
    experiment: servedExperimentSchema
      .nullable()
      .describe("The experiment that splits the label's readers; null if none runs."),
    assignment: z
      .object({
        experiment: z.string().describe("The experiment. Log it as `experiment`."),
        variant: z.string().describe("The user's variant. Log it as `variant`."),
      })
      .nullable()
      .optional()
      .describe("Present if `user_id` or `session_id` was sent; null outside of an experiment."),
  })
  .meta({ id: "ServedPrompt", description: "A version with the prompts it includes in their place." });

/** An experiment with what its arms serve. */
export interface ServedExperiment {
  experiment: string;
  salt: string;
  traffic: number;
  /** The model of an arm goes before the one that its version names. */
  arms: readonly { variant: string; weight: number; prompt: ReadPrompt; modelName: string | null }[];
}

const servedArmJson = ({
  variant,
  weight,
  prompt,
  modelName,
}: ServedExperiment["arms"][number]): z.input<typeof servedArmSchema> => ({
  variant,
  weight,
  version: prompt.version,
  kind: prompt.kind,
  ...contentJson(prompt.content),
  variables: prompt.variables,
  model_name: modelName ?? prompt.modelName,
  model_params: prompt.modelParams,
});

/** The JSON of a prompt as a product uses it. */
export const servedPromptJson = (
  prompt: ReadPrompt,
  experiment: ServedExperiment | null,
): z.input<typeof servedPromptSchema> => ({
  template: prompt.template,
  version: prompt.version,
  label: prompt.label,
  kind: prompt.kind,
  ...contentJson(prompt.content),
  variables: prompt.variables,
  model_name: prompt.modelName,
  model_params: prompt.modelParams,
  experiment: experiment && { ...experiment, arms: experiment.arms.map(servedArmJson) },
});
