import { z } from "zod";
import type { Evidence, ToldShare } from "#lib/decide/report/index.ts";
import { EDIT_KINDS } from "#lib/domain/edit-kind.ts";
import { EDIT_TRAITS, editTraits } from "#lib/domain/edit-trait.ts";
import { problemStates } from "#lib/domain/problem-lifecycle.ts";
import {
  countSchema,
  listedCategoryJson,
  listedCategorySchema,
  positiveRateJson,
  positiveRateSchema,
  rateJson,
  rateSchema,
} from "#lib/evaluate/metrics/index.ts";
import { windowJson, windowSchema } from "../dashboard-api/window.ts";
import { READ_MAX, type Report } from "./read-report.ts";

/** Maximum answers listed behind a share. */
const ANSWERS_MAX = 20;

const idsSchema = z.array(z.string()).meta({
  description: `The answers behind the count, newest first, at most ${ANSWERS_MAX}.`,
  examples: [["int_abc123"]],
});

/** A share of edits. */
const told = {
  share: rateSchema.describe(
    "Share of the measured edits. Its interval accounts for how many users made them.",
  ),
  count: countSchema.describe("Number of edits."),
  users: countSchema.describe("Number of users who made them."),
  interaction_ids: idsSchema,
};

const ratioSchema = z
  .object({
    value: z.number().describe("The estimate."),
    low: z.number().describe("Lower bound of the 95% confidence interval."),
    high: z.number().describe("Upper bound of the 95% confidence interval."),
  })
  .nullable();

const evidenceSchema = z.object({
  because: z.string().describe("The evidence in words."),
  share: rateSchema.describe("The share behind it."),
  of: z.enum(["edits", "thumbs_down", "comments"]).describe("What the share is of."),
  count: countSchema.describe("The number behind the share."),
  category: listedCategorySchema
    .nullable()
    .describe(
      "The category whose thumbs down are counted: `GET /api/interactions?rating=down&category=` lists their answers. Otherwise null.",
    ),
  interaction_ids: idsSchema,
});

const editsSchema = z.object({
  measured: countSchema.describe(`Corrections that were measured, the newest ${READ_MAX.edits} at most.`),
  users: countSchema.describe("Number of users who made them."),
  unmeasured: z.string().nullable().describe("Why fewer were measured than there are; null if all were."),
  words_before: countSchema.nullable().describe("Median number of words of the corrected answers."),
  words_after: countSchema.nullable().describe("Median number of words of the corrections."),
  length_change: ratioSchema.describe(
    "Mean relative change in length (-0.2: a fifth shorter); null with fewer than two users.",
  ),
  kinds: z
    .array(z.object({ kind: z.enum(EDIT_KINDS).describe("How corrections change answers."), ...told }))
    .describe("Kinds of edits. An edit can have several."),
  details: z
    .array(
      z.object({
        trait: z.enum(EDIT_TRAITS).describe("What corrections did in detail."),
        part: z.enum([...new Set(Object.values(editTraits))]).describe("The part of the answer it is about."),
        ...told,
      }),
    )
    .describe("What edits did in detail, as measured on the texts."),
  sentences: z
    .array(
      z.object({
        text: z.string().describe("The sentence, as it was written last."),
        does: z.enum(["removed", "added"]).describe("Whether edits remove or add it."),
        ...told,
        share: rateSchema.describe("For `removed`, share of the edits whose answer has the sentence."),
      }),
    )
    .describe("Sentences that at least two users removed or added."),
});

/** The report of a prompt. */
export const reportSchema = z.object({
  template: z.string().describe("Name of the prompt."),
  version: z.string().describe("The version the report is about."),
  is_production: z.boolean().describe("Whether it has the label `production`."),
  window: windowSchema.describe("The time window."),
  interactions: countSchema,
  positive_rate: positiveRateSchema.describe("Share of thumbs that are up."),
  thumbs_down: countSchema,
  correction_count: countSchema,
  problems: z
    .array(
      z.object({
        problem_id: z.uuid().describe("The problem's ID, for `GET /api/problems/:id`."),
        title: z.string().describe("What is worse, in plain words."),
        state: z.enum(problemStates).describe("Where it stands."),
      }),
    )
    .describe("Problems of this version, or of all versions of the prompt, that are not fixed yet."),
  themes: z
    .array(
      z.object({
        theme_id: z.string().describe("The theme's ID."),
        title: z.string().describe("What it is about."),
        count: countSchema.describe("Negative texts about it."),
        users: countSchema.describe("Number of users who wrote them."),
        interaction_ids: idsSchema,
      }),
    )
    .describe("What negative comments, edits and highlights are about, most frequent first."),
  categories: z
    .array(
      z.object({
        category: listedCategorySchema,
        down_count: countSchema.describe("Thumbs down with this category."),
        share: rateSchema.describe("Share of the version's thumbs down."),
        elsewhere: rateSchema.describe("Share of the thumbs down of all other answers."),
        lift: ratioSchema.describe("How many times as frequent as elsewhere."),
        over_represented: z
          .boolean()
          .describe(
            "Whether it is more frequent than elsewhere beyond chance, with all categories tested together.",
          ),
      }),
    )
    .describe("Categories of thumbs down, most frequent first."),
  comments_read: countSchema.describe(
    "Comments with a thumbs down that were read, the newest 500 of the project at most.",
  ),
  recurring_comments: z
    .array(
      z.object({
        text: z.string().describe("The newest of these comments, verbatim."),
        count: countSchema.describe("Number of similar comments."),
        interaction_ids: idsSchema,
      }),
    )
    .describe("What several comments say."),
  passages: z
    .array(
      z.object({
        quote: z.string().describe("The highlighted passage."),
        users: countSchema.describe("Number of users who highlighted it."),
        categories: z.array(z.string()).describe("The categories it was given, most frequent first."),
        interaction_id: z.string().describe("Where it was highlighted last."),
      }),
    )
    .describe("Passages highlighted by the most users."),
  edits: editsSchema.describe("What corrections do to the answers."),
  recommendations: z
    .array(
      z.object({
        code: z.string().describe("The same for the same advice."),
        title: z.string().describe("The advice."),
        instruction: z
          .string()
          .nullable()
          .describe("A line for the prompt; null if the evidence does not say what to write."),
        evidence: z.array(evidenceSchema).describe("What it rests on, strongest first."),
      }),
    )
    .describe("What the next version should be told, strongest evidence first."),
  examples: z
    .array(
      z.object({
        feedback_id: z.string().describe("The correction."),
        interaction_id: z.string(),
        input: z.string().describe("The user's input, redacted as stored."),
        answer: z.string().describe("The answer as corrected, redacted as stored."),
        agreeing: countSchema.describe("Other users who agree."),
        why: z.array(z.string()).describe("Why it was chosen."),
      }),
    )
    .describe("Few-shot examples: corrections that were kept and that others agree with."),
});

/** A report as JSON. */
export function reportJson(report: Report): z.input<typeof reportSchema> {
  const { summary, filter, changes } = report;
  return {
    template: report.template,
    version: report.version,
    is_production: report.isProduction,
    window: windowJson(filter),
    interactions: summary.interactions,
    positive_rate: positiveRateJson(summary.positive),
    thumbs_down: summary.thumbsDown,
    correction_count: summary.corrections,
    problems: report.problems.map(({ problemId, title, state }) => ({ problem_id: problemId, title, state })),
    themes: report.themes.map(({ themeId, title, n, users, examples }) => ({
      ...{ theme_id: themeId, title, count: n, users },
      interaction_ids: some(examples.map(({ interactionId }) => interactionId)),
    })),
    categories: report.categories.map(({ category, count, share, elsewhere, lift, over }) => ({
      ...{ category: listedCategoryJson(category), down_count: count, lift, over_represented: over },
      ...{ share: rateJson(share), elsewhere: rateJson(elsewhere) },
    })),
    comments_read: report.comments.read,
    recurring_comments: report.comments.repeated.map(({ text, count, interactionIds }) => ({
      ...{ text, count },
      interaction_ids: some(interactionIds),
    })),
    passages: report.passages.map(({ quote, count, categories, interactionId }) => ({
      ...{ quote, users: count, interaction_id: interactionId },
      categories: categories.map(({ category }) => category),
    })),
    edits: {
      ...{ measured: changes.measured, users: changes.users, unmeasured: report.unmeasured },
      words_before: changes.length?.before ?? null,
      words_after: changes.length?.after ?? null,
      length_change: changes.length?.change ?? null,
      kinds: changes.kinds.map(({ kind, ...share }) => ({ kind, ...toldJson(share) })),
      details: changes.traits.map(({ trait, ...share }) => ({
        ...{ trait, part: editTraits[trait] },
        ...toldJson(share),
      })),
      sentences: changes.sentences.map(({ text, does, ...share }) => ({ text, does, ...toldJson(share) })),
    },
    recommendations: report.recommendations.map(({ evidence, ...said }) => ({
      ...said,
      evidence: evidence.map(evidenceJson),
    })),
    examples: report.examples.map(({ feedbackId, interactionId, ...example }) => ({
      ...{ feedback_id: feedbackId, interaction_id: interactionId },
      ...example,
    })),
  };
}

const some = (ids: readonly string[]): string[] => ids.slice(0, ANSWERS_MAX);

const toldJson = ({ share, count, users, interactionIds }: ToldShare) => ({
  ...{ share: rateJson(share), count, users },
  interaction_ids: some(interactionIds),
});

const evidenceJson = ({ share, category, interactionIds, ...said }: Evidence) => ({
  ...{ ...said, share: rateJson(share) },
  category: category === null ? null : listedCategoryJson(category),
  interaction_ids: some(interactionIds),
});
