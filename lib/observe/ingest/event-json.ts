import { z } from "zod";
import { Problem } from "#lib/platform/problem/index.ts";
import { receiptSchema } from "../feedback/index.ts";
import { clippedFieldSchema, loggedInteractionSchema } from "../interactions/index.ts";
import type { TakenEvent } from "./event.ts";
import { type EventType, entryOf } from "./event-types.ts";

const moment = z.iso.datetime();

const clipped = {
  clipped: z
    .array(clippedFieldSchema)
    .optional()
    .describe(
      "Fields that were truncated or removed because they exceeded a limit. Absent if everything was stored.",
    ),
};

/** The response to an accepted event of each type. */
const receipts = {
  interaction: loggedInteractionSchema.extend(clipped),
  feedback: receiptSchema.extend(clipped),
  annotation: z.object({
    annotation_id: z.string(),
    interaction_id: z.string(),
    created_at: moment,
    ...clipped,
  }),
  signal: z.object({
    signal_id: z.string(),
    interaction_id: z.string(),
    occurred_at: moment,
    ...clipped,
  }),
  preference: z.object({ preference_id: z.string(), created_at: moment, ...clipped }),
  exposure: z.object({ exposure_id: z.string(), exposed_at: moment, ...clipped }),
} satisfies Record<EventType, z.ZodObject>;

const takenSchema = z.union(Object.values(receipts));

const refusedSchema = z.object({
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  retry_after: z.int().optional().describe("Seconds to wait before resending the event."),
});

const taken = { status: z.union([z.literal(200), z.literal(201), z.literal(202)]) };

/** The same within a batch. */
const results = {
  interaction: receipts.interaction.extend(taken),
  feedback: receipts.feedback.extend(taken),
  annotation: receipts.annotation.extend(taken),
  signal: receipts.signal.extend(taken),
  preference: receipts.preference.extend(taken),
  exposure: receipts.exposure.extend(taken),
} satisfies Record<EventType, z.ZodObject>;

/** The result of one event in a batch. */
const resultSchema = z.union([...Object.values(results), refusedSchema]);

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

/** The responses to one event that is written once, or to a batch of them. */
const onceReplies = <Receipt extends z.ZodObject>(receipt: Receipt) => ({
  201: z.union([receipt, batchReplySchema]),
  202: receipt,
  207: batchReplySchema,
});

/** The declared responses to one event or a batch of each type, and to a mixed batch. */
export const collectReplies = {
  interaction: { 201: z.union([receipts.interaction, batchReplySchema]), 207: batchReplySchema },
  /** 200 replaced or already present, 201 stored, 202 pending until its interaction arrives. */
  feedback: { 200: receipts.feedback, 201: receipts.feedback, 202: receipts.feedback },
  annotation: onceReplies(receipts.annotation),
  signal: onceReplies(receipts.signal),
  preference: onceReplies(receipts.preference),
  exposure: onceReplies(receipts.exposure),
  mixed: { 201: mixedReplySchema, 207: mixedReplySchema },
} as const satisfies Record<EventType | "mixed", unknown>;

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
