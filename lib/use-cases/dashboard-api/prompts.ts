import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { cohortFields, coreFields, type MetricFilter } from "#lib/evaluate/metrics/index.ts";
import { comparePromptVersions } from "../compare-prompt-versions.ts";
import { promptScores } from "../compare-scores.ts";
import { comparedJson, comparedSchema } from "./compared.ts";
import { contradiction } from "./contradiction.ts";
import { rowScoresJson, rowScoresSchema } from "./score-json.ts";
import { windowJson, windowSchema } from "./window.ts";

/** The query parameters for prompt versions. */
export const promptsFields = {
  ...coreFields,
  ...cohortFields,
  against: idSchema
    .optional()
    .describe(
      "The version of `prompt_template` to compare the others with. Defaults to the one with the most thumbs, also if the given version has no answers.",
    ),
};

/** The prompt versions of a window. */
export const promptsSchema = z.object({
  window: windowSchema.describe("The time window."),
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
      "One row per prompt version across all models, most answers first. Versions are compared within their template.",
    ),
});

/** The prompt versions matching a filter. */
export async function answerPrompts(
  filter: MetricFilter,
  { against }: { against?: string | undefined },
): Promise<z.input<typeof promptsSchema>> {
  const { promptTemplate } = filter;
  if (against && !promptTemplate) throw contradiction("prompt_template", "is required with against");
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
