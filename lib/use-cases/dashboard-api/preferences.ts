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

/** What an address may ask of preferences. */
export const preferencesQuerySchema = windowQueryWith({
  ...windowFields,
  source: feedbackSourceSchema.default("user").describe("Whose: users' or teammates', never both."),
});

const shareFields = {
  preferred: countSchema.describe("Times that it was preferred to another one."),
  rejected: countSchema.describe("Times that another one was preferred to it."),
  ties: countSchema.describe("Times that neither was preferred."),
  preferred_share: rateSchema.describe("Preferred of all that were no tie."),
};

/** What was preferred in a window. */
export const preferencesSchema = z.object({
  window: windowSchema.describe("When the answers were compared."),
  models: z
    .array(z.object({ model_name: z.string(), ...shareFields }))
    .describe(
      "One row for each model against all others, the one with most comparisons first. Of a rater and a pair only the last counts; of a user's, each answer counts once as preferred and once as rejected, the last time. Of the window at most the newest 20,000 count.",
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

/** What was preferred in what a filter chooses: pairs of which either answer fits. */
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
