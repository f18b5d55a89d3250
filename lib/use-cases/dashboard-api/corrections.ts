import { z } from "zod";
import { EDIT_KINDS } from "#lib/domain/edit-kind.ts";
import {
  answerWindow,
  countSchema,
  dateSchema,
  editKinds,
  type MetricFilter,
  meanJson,
  meanSchema,
  rateJson,
  rateSchema,
  type Summary,
  trends,
  wholeSummary,
} from "#lib/evaluate/metrics/index.ts";
import { markedPassages } from "#lib/observe/annotations/index.ts";
import { windowJson, windowSchema } from "./window.ts";

/** Most passages that are told of. */
const PASSAGES_MAX = 20;

const edits = {
  correction_count: countSchema,
  edit_distance: meanSchema.describe("Words put in, taken out or replaced by a correction."),
  kept_share: meanSchema.describe("From 0 to 1: the part of an answer's words that a correction has kept."),
};

/** What users made of a window's answers. */
export const correctionsSchema = z.object({
  window: windowSchema.describe("What it is of."),
  ...edits,
  days: z
    .array(z.object({ day: dateSchema, ...edits }))
    .describe("Every local day, also those without corrections."),
  edit_kinds: z
    .array(
      z.object({
        kind: z.enum(EDIT_KINDS).describe("What a correction did to its answer."),
        count: countSchema.describe("Corrections that did it."),
        share: rateSchema.describe(
          "Of the corrections that were compared with their answers. One may do several: shares do not add up to 1.",
        ),
      }),
    )
    .describe("What corrections do, the most frequent first."),
  passages: z
    .array(
      z.object({
        quote: z
          .string()
          .meta({ description: "The passage as it was marked last.", examples: ["in three chapters"] }),
        count: countSchema.describe("How many users marked it, each counted once."),
        categories: z
          .array(z.object({ category: z.string(), count: countSchema }))
          .describe("What it was marked as, and by how many users, the most frequent first."),
        interaction_id: z.string().describe("Where it was marked last."),
      }),
    )
    .describe(`The ${PASSAGES_MAX} passages that most users marked, of the newest 2,000 annotations.`),
});

/** What users made of the answers that a filter chooses. */
export async function answerCorrections(filter: MetricFilter): Promise<z.input<typeof correctionsSchema>> {
  const [all, [series], kinds, passages] = await Promise.all([
    wholeSummary(filter),
    trends(filter, { unit: "day" }),
    editKinds(filter),
    markedPassages(filter.projectId, { ...answerWindow(filter), limit: PASSAGES_MAX }),
  ]);
  return {
    window: windowJson(filter),
    ...editsJson(all),
    days: (series?.points ?? []).map((point) => ({ day: point.at, ...editsJson(point) })),
    edit_kinds: kinds.map(({ kind, count, share }) => ({ kind, count, share: rateJson(share) })),
    passages: passages.map(({ quote, count, categories, interactionId }) => ({
      ...{ quote, count, categories },
      interaction_id: interactionId,
    })),
  };
}

const editsJson = ({ corrections, editDistanceMean, editKeptMean }: Summary) => ({
  correction_count: corrections,
  edit_distance: meanJson(editDistanceMean),
  kept_share: meanJson(editKeptMean),
});
