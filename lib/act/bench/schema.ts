import { z } from "zod";
import { wholeNumberSchema } from "#lib/domain/fields.ts";

/** Most inputs of a run. */
export const INPUTS_MAX = 100;

/** The body that starts a run. */
export const newRunSchema = z
  .strictObject({
    inputs: z
      .enum(["latest", "badly_rated"])
      .default("latest")
      .describe(
        "Whose inputs: the latest answers of the prompt, or the latest with a thumbs down or at most two stars on average.",
      ),
    count: z
      .int()
      .min(1, "must be at least 1")
      .max(INPUTS_MAX, `must be at most ${INPUTS_MAX}`)
      .default(20)
      .describe("How many inputs, 1 to 100."),
    input_as: z
      .string()
      .max(64)
      .nullable()
      .default(null)
      .describe("The variable that `input` stands for where it has no logged value; null for none."),
  })
  .meta({ id: "NewBenchRun" });

/** What a run is started with. */
export type NewRunBody = z.output<typeof newRunSchema>;

/** A run in an address. */
export const runParamsSchema = z.object({ run_id: z.uuid().describe("The bench run's ID.") });

/** Which rows of a run are read. */
export const rowsQuerySchema = z.strictObject({
  offset: wholeNumberSchema
    .pipe(z.int().min(0).max(INPUTS_MAX))
    .default(0)
    .describe("How many rows to pass over."),
});
