import { z } from "zod";
import type { AnswerEventList } from "#lib/domain/answer-events.ts";
import { byCohort, type DimensionColumn } from "#lib/domain/dimensions.ts";
import { feedbackSourceSchema, ratingTypeSchema } from "#lib/domain/rating.ts";
import { scoreValueJson } from "#lib/domain/score.ts";
import { annotationItemJson, annotationItemSchema, signalItemJson, signalItemSchema } from "./event-reply.ts";
import type { FeedbackItem, InteractionDetail, InteractionListItem } from "./interaction-query.ts";
import type { LoggedInteraction } from "./interaction-result.ts";
import { clippedFieldSchema } from "./schema.ts";

const moment = z.iso.datetime();

/** The response to a logged interaction. */
export const loggedInteractionSchema = z.object({
  interaction_id: z.string(),
  feedback_token: z.string().describe("Allows rating this answer with a publishable key. Valid for 30 days."),
  created_at: moment,
});

/** Converts a logged interaction to API JSON. */
export const loggedInteractionJson = (
  logged: LoggedInteraction,
): z.input<typeof loggedInteractionSchema> => ({
  interaction_id: logged.interactionId,
  feedback_token: logged.feedbackToken,
  created_at: logged.createdAt.toISOString(),
});

/** An interaction in a list. */
export const interactionLineSchema = z.object({
  interaction_id: z.string(),
  created_at: moment,
  feature_name: z.string(),
  model_name: z.string(),
  prompt_template: z.string().nullable(),
  prompt_version: z.string().nullable(),
  input_excerpt: z.string().nullable(),
  response_excerpt: z.string(),
  thumbs_up: z.int(),
  thumbs_down: z.int(),
  stars: z.number().nullable(),
  correction_count: z.int(),
  comment_count: z.int(),
  categories: z.array(z.string()),
  response_latency_ms: z.int().nullable(),
  burst_count: z.int().describe("Ratings in bursts, except dismissed ones."),
  left_out_count: z
    .int()
    .describe("Ratings in bursts that are excluded from all metrics and from the counts above."),
});

/** A page of the list of interactions. */
export const interactionPageSchema = z.object({
  data: z.array(interactionLineSchema),
  next_cursor: z.string().nullable(),
});

/** Converts a page of the list to API JSON. */
export const interactionPageJson = (page: {
  data: InteractionListItem[];
  nextCursor: string | null;
}): z.input<typeof interactionPageSchema> => ({
  data: page.data.map(interactionLineJson),
  next_cursor: page.nextCursor,
});

/** Converts an interaction of a list to API JSON. */
export const interactionLineJson = (
  line: Omit<InteractionListItem, "matches">,
): z.input<typeof interactionLineSchema> => ({
  interaction_id: line.interactionId,
  created_at: line.createdAt.toISOString(),
  feature_name: line.featureName,
  model_name: line.modelName,
  prompt_template: line.promptTemplate,
  prompt_version: line.promptVersion,
  input_excerpt: line.inputExcerpt,
  response_excerpt: line.responseExcerpt,
  thumbs_up: line.thumbsUp,
  thumbs_down: line.thumbsDown,
  stars: line.stars,
  correction_count: line.corrections,
  comment_count: line.comments,
  categories: line.categories,
  response_latency_ms: line.responseLatencyMs,
  burst_count: line.inBursts,
  left_out_count: line.leftOut,
});

/** One rating of an interaction. */
export const feedbackItemSchema = z.object({
  feedback_id: z.string(),
  rating_type: ratingTypeSchema,
  rating_value: z.int().nullable(),
  source: feedbackSourceSchema.describe(
    "Who rated. Ratings by a `reviewer` are never counted with users' ratings.",
  ),
  score_name: z.string().nullable().describe("The score's name; null for other rating types."),
  score_value: z
    .union([z.boolean(), z.number()])
    .nullable()
    .describe("The value of a boolean or number score."),
  score_label: z.string().nullable().describe("The label of a category score."),
  scored_session: z.string().nullable().describe("The scored session; null for scores of an interaction."),
  rating_categories: z.array(z.string()),
  correction_text: z.string().nullable(),
  feedback_comment: z.string().nullable(),
  user_hash: z.string().nullable(),
  session_id: z.string().nullable(),
  metadata: z.unknown(),
  burst_id: z.string().nullable().describe("The burst this rating belongs to, unless dismissed."),
  left_out: z.boolean().describe("Whether the rating is excluded from all metrics."),
  created_at: moment,
  updated_at: moment,
});

/** Converts a rating to API JSON. */
export const feedbackItemJson = (item: FeedbackItem): z.input<typeof feedbackItemSchema> => ({
  feedback_id: item.feedbackId,
  rating_type: item.ratingType,
  rating_value: item.ratingValue,
  source: item.source,
  score_name: item.scoreName || null,
  score_value: scoreValueJson(item.scoreType, item.scoreValue),
  score_label: item.scoreLabel,
  scored_session: item.scoredSession || null,
  rating_categories: item.ratingCategories,
  correction_text: item.correctionText,
  feedback_comment: item.feedbackComment,
  user_hash: item.userHash,
  session_id: item.sessionId,
  metadata: item.metadata,
  burst_id: item.burstId,
  left_out: item.leftOut,
  created_at: item.createdAt.toISOString(),
  updated_at: item.updatedAt.toISOString(),
});

const text = z.string().nullable();
const number = z.number().nullable();

const interactionDetailFields = {
  interaction_id: z.string(),
  created_at: moment,
  received_at: moment,
  feature_name: z.string(),
  model_name: z.string(),
  input: text,
  prompt_text: text,
  prompt_template: text,
  prompt_version: text,
  prompt_variables: z.unknown(),
  retrieved_context: z.unknown().describe("Retrieved passages, starting at `first_passage`, up to 1 MB."),
  passages_left_out: z.int().describe("Number of passages after these. Use `first_passage` to read them."),
  response_text: z.string(),
  citations: z.unknown(),
  tool_calls: z.unknown(),
  model_params: z.unknown(),
  response_latency_ms: number,
  input_tokens: number,
  output_tokens: number,
  token_count: number,
  cost_usd: number,
  finish_reason: text,
  in_progress: z.boolean(),
  clipped: z
    .array(clippedFieldSchema)
    .describe("Fields that were truncated or removed because they exceeded a limit."),
  user_hash: text,
  session_id: text,
  ...byCohort(() => text),
  experiment: text,
  variant: text,
  metadata: z.unknown(),
  voters_refused_at: moment
    .nullable()
    .describe(
      "When a device was last rejected because too many devices had rated this answer; null if never. Applies only to interactions without user_id and session_id.",
    ),
  feedback: z
    .array(feedbackItemSchema)
    .describe("The first 1,000 ratings, oldest first, up to 1 MB of text; then the scores of the session."),
  feedback_cursor: text.describe(
    "Cursor to the remaining feedback at `/api/feedback/{id}`; null if there is none.",
  ),
  annotations: z
    .array(annotationItemSchema)
    .describe("The first 1,000 annotations, oldest first, up to 1 MB of text."),
  signals: z.array(signalItemSchema).describe("The first 1,000 signals, oldest first."),
} satisfies { [Field in DimensionColumn | AnswerEventList]: z.ZodType } & z.ZodRawShape;

/** One interaction with its events. */
export const interactionDetailSchema = z.object(interactionDetailFields);

/** Converts an interaction with its events to API JSON. */
export const interactionDetailJson = (
  detail: InteractionDetail,
): z.input<typeof interactionDetailSchema> => ({
  interaction_id: detail.interactionId,
  created_at: detail.createdAt.toISOString(),
  received_at: detail.receivedAt.toISOString(),
  feature_name: detail.featureName,
  model_name: detail.modelName,
  input: detail.input,
  prompt_text: detail.promptText,
  prompt_template: detail.promptTemplate,
  prompt_version: detail.promptVersion,
  prompt_variables: detail.promptVariables,
  retrieved_context: detail.retrievedContext,
  passages_left_out: detail.passagesLeftOut,
  response_text: detail.responseText,
  citations: detail.citations,
  tool_calls: detail.toolCalls,
  model_params: detail.modelParams,
  response_latency_ms: detail.responseLatencyMs,
  input_tokens: detail.inputTokens,
  output_tokens: detail.outputTokens,
  token_count: detail.tokenCount,
  cost_usd: detail.costUsd,
  finish_reason: detail.finishReason,
  in_progress: detail.inProgress,
  clipped: detail.clipped,
  user_hash: detail.userHash,
  session_id: detail.sessionId,
  ...byCohort((kind) => detail[kind]),
  experiment: detail.experiment,
  variant: detail.variant,
  metadata: detail.metadata,
  voters_refused_at: detail.votersRefusedAt?.toISOString() ?? null,
  feedback: detail.feedback.map(feedbackItemJson),
  feedback_cursor: detail.feedbackCursor,
  annotations: detail.annotations.map(annotationItemJson),
  signals: detail.signals.map(signalItemJson),
});
