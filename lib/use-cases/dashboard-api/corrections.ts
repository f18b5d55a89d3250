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

/** Maximum passages returned. */
const PASSAGES_MAX = 20;

const edits = {
  correction_count: countSchema,
  edit_distance: meanSchema.describe("Words inserted, deleted or replaced by a correction."),
  kept_share: meanSchema.describe("Share of an answer's words that a correction kept, from 0 to 1."),
};

/** The corrections in a window. */
export const correctionsSchema = z.object({
  window: windowSchema.describe("The time window."),
  ...edits,
  days: z
    .array(z.object({ day: dateSchema, ...edits }))
    .describe("Every local day, including days without corrections."),
  edit_kinds: z
    .array(
      z.object({
        kind: z.enum(EDIT_KINDS).describe("How a correction changed the answer."),
        count: countSchema.describe("Corrections with this kind of edit."),
        share: rateSchema.describe(
          "Share of the analyzed corrections. A correction can have several kinds of edits, so shares do not add up to 1.",
        ),
      }),
    )
    .describe("Kinds of edits, most frequent first."),
  passages: z
    .array(
      z.object({
        quote: z.string().meta({
          description: "The passage as most recently highlighted.",
          examples: ["in three chapters"],
        }),
        count: countSchema.describe("Number of distinct users who highlighted it."),
        categories: z
          .array(z.object({ category: z.string(), count: countSchema }))
          .describe("Categories with the number of users, most frequent first."),
        interaction_id: z.string().describe("The interaction where it was most recently highlighted."),
      }),
    )
    .describe(`The ${PASSAGES_MAX} passages highlighted by the most users in the newest 2,000 annotations.`),
});

/** The corrections matching a filter. */
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
