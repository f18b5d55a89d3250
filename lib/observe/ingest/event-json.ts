import { z } from "zod";
import { Problem } from "#lib/platform/problem/index.ts";
import { receiptSchema } from "../feedback/index.ts";
import { clippedFieldSchema, loggedInteractionSchema } from "../interactions/index.ts";
import type { TakenEvent } from "./event.ts";
import { entryOf } from "./event-types.ts";

const moment = z.iso.datetime();

const clipped = {
  clipped: z
    .array(clippedFieldSchema)
    .optional()
    .describe(
      "Fields that were truncated or removed because they exceeded a limit. Absent if everything was stored.",
    ),
};

/** The response to a logged interaction. */
const interactionReplySchema = loggedInteractionSchema.extend(clipped);

/** The response to a stored rating. */
const feedbackReplySchema = receiptSchema.extend(clipped);

/** The response to a stored annotation. */
const annotationReceiptSchema = z.object({
  annotation_id: z.string(),
  interaction_id: z.string(),
  created_at: moment,
  ...clipped,
});

/** The response to a stored signal. */
const signalReceiptSchema = z.object({
  signal_id: z.string(),
  interaction_id: z.string(),
  occurred_at: moment,
  ...clipped,
});

/** The response to a stored preference. */
const preferenceReceiptSchema = z.object({ preference_id: z.string(), created_at: moment, ...clipped });

const refusedSchema = z.object({
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  retry_after: z.int().optional().describe("Seconds to wait before resending the event."),
});

const taken = { status: z.union([z.literal(200), z.literal(201), z.literal(202)]) };

/** The responses to an accepted event of each type. */
const receiptSchemas = [
  interactionReplySchema,
  feedbackReplySchema,
  annotationReceiptSchema,
  signalReceiptSchema,
  preferenceReceiptSchema,
] as const;

const takenSchema = z.union(receiptSchemas);

/** The result of one event in a batch. */
const resultSchema = z.union([
  interactionReplySchema.extend(taken),
  feedbackReplySchema.extend(taken),
  annotationReceiptSchema.extend(taken),
  signalReceiptSchema.extend(taken),
  preferenceReceiptSchema.extend(taken),
  refusedSchema,
]);

/** The result of each event in the batch, in order. */
const batchReplySchema = z
  .object({ results: z.array(resultSchema) })
  .meta({ id: "BatchResults", description: "The result of each event in the batch, in order." });

const typeSchema = z.string().nullable().describe("The event's type; null if it could not be determined.");

/** The results of a mixed batch, which also name the type of their event. */
const mixedReplySchema = z
  .object({ results: z.array(resultSchema.and(z.object({ type: typeSchema }))) })
  .meta({
    id: "MixedBatchResults",
    description: "The result of each event in the batch, in order, with its type.",
  });

/** The declared responses to one event or a batch of each type, and to a mixed batch. */
export const collectReplies = {
  interaction: { 201: z.union([interactionReplySchema, batchReplySchema]), 207: batchReplySchema },
  /** 200 replaced or already present, 201 stored, 202 pending until its interaction arrives. */
  feedback: { 200: feedbackReplySchema, 201: feedbackReplySchema, 202: feedbackReplySchema },
  annotation: {
    201: z.union([annotationReceiptSchema, batchReplySchema]),
    202: annotationReceiptSchema,
    207: batchReplySchema,
  },
  signal: {
    201: z.union([signalReceiptSchema, batchReplySchema]),
    202: signalReceiptSchema,
    207: batchReplySchema,
  },
  preference: {
    201: z.union([preferenceReceiptSchema, batchReplySchema]),
    202: preferenceReceiptSchema,
    207: batchReplySchema,
  },
  mixed: { 201: mixedReplySchema, 207: mixedReplySchema },
} as const;

/**
 * The status of an accepted event: 201 stored, 200 replaced or already present, 202 pending until its
 * interaction arrives.
 */
export const eventStatus = ({ type, receipt }: TakenEvent): 200 | 201 | 202 => entryOf(type).status(receipt);

/** Converts an accepted event to API JSON. */
export function takenJson({ type, receipt, clipped }: TakenEvent): z.input<typeof takenSchema> {
  const json = entryOf(type).toJson(receipt) as z.input<typeof takenSchema>;
  return clipped ? { ...json, clipped: [...clipped] } : json;
}

/** Converts the result of one event in a batch to API JSON. */
export function resultJson(result: TakenEvent | Problem) {
  if (!(result instanceof Problem)) return { status: eventStatus(result), ...takenJson(result) };
  const { errors, retryAfterSeconds } = result.extras;
  return {
    status: result.status,
    code: result.code,
    detail: result.message,
    ...(errors ? { errors } : {}),
    ...(retryAfterSeconds ? { retry_after: retryAfterSeconds } : {}),
  };
}
