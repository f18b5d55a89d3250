import { z } from "zod";
import { experimentStateSchema } from "#lib/domain/experiment.ts";
import { dealtWeight, type Experiment } from "./experiment.ts";

/** An experiment, as far as evaluating it as a flag is concerned. */
export type ExperimentFlag = Pick<Experiment, "experiment" | "state" | "traffic" | "salt" | "winner"> & {
  arms: readonly Pick<Experiment["arms"][number], "variant" | "weight" | "pausedAt">[];
};

const flagSchema = z.object({
  experiment: z.string().describe("Its name, and the flag's key."),
  state: experimentStateSchema.describe("Only a running experiment assigns users."),
  traffic: z.number().describe("The share of all users who are in the experiment."),
  salt: z.string().describe("The key that users are assigned by. Never show it in a page."),
  arms: z
    .array(
      z.object({
        variant: z.string(),
        weight: z.number().describe("Its share of the users in the experiment; 0 while it is paused."),
      }),
    )
    .describe("The variants."),
  winner: z.string().nullable().describe("The variant that was promoted: everybody gets it."),
});

/** All experiments of a project, as flags. */
export const flagListSchema = z.object({
  data: z.array(flagSchema).describe("Newest first."),
});

/** The JSON of an experiment as a flag. */
export const flagJson = ({ arms, ...flag }: ExperimentFlag): z.input<typeof flagSchema> => ({
  ...flag,
  arms: arms.map((arm) => ({ variant: arm.variant, weight: dealtWeight(arm) })),
});
