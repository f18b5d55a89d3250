import { z } from "zod";
import { type Rate, rate } from "#lib/domain/rate.ts";

/** What is counted of a candidate: a model with a prompt version, in a feature. "" stands for no prompt. */
export interface CandidateCounts {
  featureName: string;
  modelName: string;
  promptTemplate: string;
  promptVersion: string;
  /** Shadow answers, and those whose shown answer is here, too. */
  answers: number;
  pairs: number;
  /** Pairs with both latencies, and the medians of both sides. */
  timed: number;
  latencyMs: number | null;
  shownLatencyMs: number | null;
  /** Pairs with both costs, and the means of both sides. */
  priced: number;
  costUsd: number | null;
  shownCostUsd: number | null;
  /** Pairs in which reviewers preferred the candidate's answer, the shown one, or neither. */
  preferred: number;
  rejected: number;
  ties: number;
  lastAt: Date;
}

/** A candidate with the share of pairs in which it was preferred, ties excluded. */
export interface Candidate extends CandidateCounts {
  share: Rate;
}

/** Adds the share to what was counted. */
export const toCandidate = (counts: CandidateCounts): Candidate => ({
  ...counts,
  share: rate(counts.preferred, counts.preferred + counts.rejected),
});

const low = "Lower end of Wilson's 95% confidence interval; null without comparisons.";
const high = "Upper end of Wilson's 95% confidence interval; null without comparisons.";

const shareSchema = z.union([
  z.object({
    value: z.number(),
    n: z.int(),
    low: z.number().describe(low),
    high: z.number().describe(high),
  }),
  z.object({
    value: z.null(),
    n: z.int(),
    low: z.null().describe(low),
    high: z.null().describe(high),
    reason: z.literal("insufficient_data").describe("Why there is no value."),
  }),
]);

const sidesSchema = z
  .object({
    candidate: z.number().nullable().describe("Of the candidate's answers."),
    shown: z.number().nullable().describe("Of the answers that were shown for the same inputs."),
    n: z.int().describe("Pairs in which both are known."),
  })
  .describe("Both sides of the same pairs.");

/** The candidates of a project. */
export const candidatesSchema = z.object({
  data: z
    .array(
      z.object({
        feature_name: z.string(),
        model_name: z.string(),
        prompt_template: z.string().nullable(),
        prompt_version: z.string().nullable(),
        answers: z.int().describe("Shadow answers."),
        pairs: z.int().describe("Those whose shown answer was logged, too."),
        latency_ms: sidesSchema.describe("Medians in milliseconds, of the same pairs."),
        cost_usd: sidesSchema.describe("Means in US dollars, of the same pairs."),
        preferred: z.int().describe("Pairs in which most reviewers preferred the candidate's answer."),
        rejected: z.int().describe("Pairs in which most reviewers preferred the shown answer."),
        ties: z.int().describe("Pairs without a preference."),
        share_preferred: shareSchema.describe("The share preferred, ties excluded."),
        last_at: z.iso.datetime().describe("When the latest of them was given."),
      }),
    )
    .describe("Most shadow answers first."),
});

/** Converts candidates to API JSON. */
export const candidatesJson = (candidates: readonly Candidate[]): z.input<typeof candidatesSchema> => ({
  data: candidates.map((one) => ({
    ...{ feature_name: one.featureName, model_name: one.modelName },
    ...{ prompt_template: one.promptTemplate || null, prompt_version: one.promptVersion || null },
    ...{ answers: one.answers, pairs: one.pairs },
    latency_ms: { candidate: one.latencyMs, shown: one.shownLatencyMs, n: one.timed },
    cost_usd: { candidate: one.costUsd, shown: one.shownCostUsd, n: one.priced },
    ...{ preferred: one.preferred, rejected: one.rejected, ties: one.ties },
    share_preferred: one.share,
    last_at: one.lastAt.toISOString(),
  })),
});
