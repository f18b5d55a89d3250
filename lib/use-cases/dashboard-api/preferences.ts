import { z } from "zod";
import { type FeedbackSource, feedbackSourceSchema } from "#lib/domain/rating.ts";
import {
  countSchema,
  type MetricFilter,
  rateJson,
  rateSchema,
  windowFields,
  windowQueryWith,
} from "#lib/evaluate/metrics/index.ts";
import type { PreferenceShare } from "#lib/observe/preferences/index.ts";
import { readPreferences } from "../read-preferences.ts";
import { windowJson, windowSchema } from "./window.ts";

/** The query parameters for preferences. */
export const preferencesQuerySchema = windowQueryWith({
  ...windowFields,
  source: feedbackSourceSchema
    .default("user")
    .describe("Whose preferences: users' or teammates'. The two are never combined."),
});

const shareFields = {
  preferred: countSchema.describe("Comparisons won."),
  rejected: countSchema.describe("Comparisons lost."),
  ties: countSchema.describe("Ties."),
  preferred_share: rateSchema.describe("Share of comparisons won, excluding ties."),
};

/** The preferences in a window. */
export const preferencesSchema = z.object({
  window: windowSchema.describe("The time window in which answers were compared."),
  models: z
    .array(z.object({ model_name: z.string(), ...shareFields }))
    .describe(
      "One row per model against all others, most comparisons first. Only the last preference per rater and pair counts. For each user, an answer counts at most once as preferred and once as rejected. Uses at most the newest 20,000 preferences in the window.",
    ),
  prompt_versions: z
    .array(
      z.object({
        prompt_template: z.string().nullable(),
        prompt_version: z.string().nullable(),
        ...shareFields,
      }),
    )
    .describe("The same by prompt version."),
});

/** The preferences matching a filter: pairs in which either answer matches. */
export async function answerPreferences(
  filter: MetricFilter,
  source: FeedbackSource,
): Promise<z.input<typeof preferencesSchema>> {
  const { models, promptVersions } = await readPreferences(filter, source);
  return {
    window: windowJson(filter),
    models: models.map((row) => ({ model_name: row.key[0] ?? "", ...shareJson(row) })),
    prompt_versions: promptVersions.map((row) => ({
      prompt_template: row.key[0] || null,
      prompt_version: row.key[1] || null,
      ...shareJson(row),
    })),
  };
}

const shareJson = ({ preferred, rejected, ties, share }: PreferenceShare) => ({
  ...{ preferred, rejected, ties },
  preferred_share: rateJson(share),
});
