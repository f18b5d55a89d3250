import { z } from "zod";
import type { BenchReading, BenchRow } from "./bench-run.ts";
import { costOf } from "./token-prices.ts";

const count = (about: string) => z.int().describe(about);
const countOrNull = (about: string) => z.int().nullable().describe(about);
const momentOrNull = (about: string) => z.iso.datetime().nullable().describe(about);

/** A run as it is answered. */
export const benchRunSchema = z
  .object({
    run_id: z
      .uuid()
      .describe("The run's ID.")
      .meta({ examples: ["0193c000-0000-7000-8000-000000000001"] }),
    template: z.string().describe("The prompt."),
    version: z.string().describe("The version that is run."),
    inputs: z.enum(["latest", "badly_rated"]).describe("Whose inputs it takes."),
    count: count("How many inputs were asked for."),
    input_as: z.string().nullable().describe("The variable that `input` stands for; null for none."),
    model_name: z.string().describe("The model that is asked: the version's, or else the configured one."),
    model_params: z.record(z.string(), z.unknown()).nullable().describe("Parameters of the model."),
    state: z.enum(["running", "finished", "stopped"]).describe("How far it is."),
    started_by: z.string().describe("Who started it: a person, or an API key."),
    started_at: z.iso.datetime().describe("When it was started (UTC)."),
    ended_at: momentOrNull("When it finished or was stopped (UTC); null while it is running."),
    stopped_by: z.string().nullable().describe("Who stopped it; null if nobody did."),
    progress: z
      .object({
        total: count("Inputs of the run."),
        answered: count("Inputs with a new answer."),
        failed: count("Inputs for which the model returned no answer."),
        skipped: count("Inputs that cannot be known from what was logged."),
        waiting: count("Inputs that were not run yet."),
        input_tokens: count("Input tokens of the new answers, as far as the server reports them."),
        output_tokens: count("Output tokens of the new answers."),
        uncounted_answers: count(
          "New answers for which the server did not report both counts. What they took is missing in the tokens and the cost.",
        ),
        cost_usd: z
          .number()
          .nullable()
          .describe(
            "Their cost in US dollars, from what the project logged of the model; null if it logged no costs.",
          ),
      })
      .describe("How far it is, and what it took."),
  })
  .meta({ id: "BenchRun", description: "A prompt version, run on the inputs of logged answers." });

/** The JSON of a run. */
export const benchRunJson = (run: BenchReading): z.input<typeof benchRunSchema> => {
  const { inputTokens, outputTokens, uncounted, ...counts } = run.progress;
  const known = counts.answered > uncounted ? { inputTokens, outputTokens } : null;
  return {
    run_id: run.runId,
    template: run.template,
    version: run.version,
    inputs: run.inputs,
    count: run.asked,
    input_as: run.inputAs,
    model_name: run.modelName,
    model_params: run.modelParams,
    state: run.state,
    started_by: run.startedBy,
    started_at: run.startedAt.toISOString(),
    ended_at: run.endedAt?.toISOString() ?? null,
    stopped_by: run.stoppedBy,
    progress: {
      ...counts,
      input_tokens: inputTokens,
      output_tokens: outputTokens,
      uncounted_answers: uncounted,
      cost_usd: known && costOf(run.prices, known),
    },
  };
};

/** The runs of a prompt. */
export const benchRunListSchema = z.object({
  data: z.array(benchRunSchema).describe("Its runs, newest first."),
});

/** Most characters of an answer that are read with a run. */
export const ROW_CHARACTERS = 20_000;

const rowSchema = z.object({
  interaction_id: z.string().describe("The logged answer whose input was run."),
  state: z.enum(["waiting", "answered", "failed", "skipped"]).describe("What came of it."),
  reason: z.string().nullable().describe("Why it failed or was skipped, in words."),
  response_text: z.string().nullable().describe("The new answer, up to 20,000 characters."),
  response_latency_ms: countOrNull("Response latency of the new answer in milliseconds."),
  input_tokens: countOrNull("Input tokens; null if the server does not report them."),
  output_tokens: countOrNull("Output tokens."),
  finish_reason: z.string().nullable().describe("Why the model stopped generating."),
  logged: z
    .object({
      prompt_version: z.string().nullable().describe("The version that made it."),
      model_name: z.string().describe("The model that made it."),
      response_text: z.string().describe("The logged answer, up to 20,000 characters."),
      response_latency_ms: countOrNull("Response latency of the logged answer in milliseconds."),
      cost_usd: z.number().nullable().describe("Cost of the logged answer in US dollars."),
    })
    .describe("The logged answer."),
});

/** A run with some of its rows. */
export const benchRunDetailSchema = z.object({
  run: benchRunSchema.describe("The run."),
  data: z.array(rowSchema).describe("Its inputs in order, 20 at a time."),
  next_offset: z.int().nullable().describe("Where the next ones begin; null on the last page."),
});

/** The JSON of a run's row. */
const rowJson = ({ old, ...row }: BenchRow): z.input<typeof rowSchema> => ({
  interaction_id: row.interactionId,
  state: row.state,
  reason: row.reason,
  response_text: row.text,
  response_latency_ms: row.latencyMs,
  input_tokens: row.inputTokens,
  output_tokens: row.outputTokens,
  finish_reason: row.finishReason,
  logged: {
    prompt_version: old.promptVersion,
    model_name: old.modelName,
    response_text: old.text,
    response_latency_ms: old.latencyMs,
    cost_usd: old.costUsd,
  },
});

/** The JSON of a run with its rows from an offset on. */
export const benchRunDetailJson = (
  run: BenchReading,
  rows: readonly BenchRow[],
  offset: number,
): z.input<typeof benchRunDetailSchema> => {
  const next = offset + rows.length;
  return {
    run: benchRunJson(run),
    data: rows.map(rowJson),
    next_offset: rows.length > 0 && next < run.progress.total ? next : null,
  };
};
