import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { cohortFields, coreFields, type MetricFilter } from "#lib/evaluate/metrics/index.ts";
import { comparePromptVersions } from "../compare-prompt-versions.ts";
import { promptScores } from "../compare-scores.ts";
import { comparedJson, comparedSchema } from "./compared.ts";
import { contradiction } from "./contradiction.ts";
import { rowScoresJson, rowScoresSchema } from "./score-json.ts";
import { windowJson, windowSchema } from "./window.ts";

/** What an address may ask of prompt versions. */
export const promptsFields = {
  ...coreFields,
  ...cohortFields,
  against: idSchema
    .optional()
    .describe(
      "The version to compare the others of `prompt_template` with. Where it has no answers, the one with most thumbs.",
    ),
};

/** The prompt versions of a window. */
export const promptsSchema = z.object({
  window: windowSchema.describe("What the rows are of."),
  data: z
    .array(
      z
        .object({
          prompt_template: z.string().nullable(),
          prompt_version: z.string().nullable(),
          scores: rowScoresSchema,
        })
        .and(comparedSchema),
    )
    .describe(
      "One row for each prompt version over all models, the one with most answers first. Each is compared within its template.",
    ),
});

/** The prompt versions of what a filter chooses. */
export async function answerPrompts(
  filter: MetricFilter,
  { against }: { against?: string | undefined },
): Promise<z.input<typeof promptsSchema>> {
  const { promptTemplate } = filter;
  if (against && !promptTemplate) throw contradiction("prompt_template", "is needed beside against");
  const reference = against && promptTemplate ? { promptTemplate, promptVersion: against } : undefined;
  const rows = await comparePromptVersions(filter, reference, {
    histograms: ["latency", "cost", "tokens"],
  });
  const scores = await promptScores(filter, rows);
  return {
    window: windowJson(filter),
    data: rows.map((row, index) => ({
      prompt_template: row.promptTemplate,
      prompt_version: row.promptVersion,
      scores: rowScoresJson(scores, index),
      ...comparedJson(row),
    })),
  };
}
