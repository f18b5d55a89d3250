import { z } from "zod";
import { type AnswerEventType, answerEventTypes } from "#lib/domain/answer-events.ts";
import { idSchema, wholeNumberSchema } from "#lib/domain/fields.ts";
import { cursorSchema } from "#lib/platform/list-cursor.ts";

/** How long an event is pending before it counts as orphaned, in milliseconds. It is kept after that. */
export const ORPHANED_AFTER_MS = 86_400_000;

const stateSchema = z.enum(["waiting", "orphaned"]);

/** The query parameters of the list of pending events. */
export const pendingQuerySchema = z.strictObject({
  state: stateSchema.optional(),
  cursor: cursorSchema.optional(),
  limit: wholeNumberSchema.pipe(z.int().min(1).max(200)).default(50),
});

/** Which pending events to list. */
export type PendingQuery = z.output<typeof pendingQuerySchema>;

/** The query parameters that select pending events to delete. */
export const pendingDeletionSchema = z.strictObject({
  state: stateSchema.describe(
    "`waiting` for events that have been pending for less than a day, `orphaned` for older ones.",
  ),
  type: z.enum(answerEventTypes).optional().describe("Only events of this type."),
  event_id: idSchema.optional().describe("Only the event with this ID."),
});

/** Which pending events to delete. */
export type PendingDeletion = z.output<typeof pendingDeletionSchema>;

/** How many pending events were deleted. */
export const pendingDeletedSchema = z.object({ deleted: z.int() });

/** An event that arrived before its interaction. */
export interface PendingItem {
  type: AnswerEventType;
  eventId: string;
  /** What it is waiting for: an interaction, or any interaction of a session. */
  interactionId: string | null;
  sessionId: string | null;
  receivedAt: Date;
  /** The event as it will be stored: redacted, without its user. */
  event: Record<string, unknown>;
}

/** A page of pending events, newest first, and their number by state. */
export interface PendingPage {
  data: PendingItem[];
  nextCursor: string | null;
  counts: { waiting: number; orphaned: number };
  /** Events received before this time are orphaned. */
  orphanedBefore: Date;
}

/** A page of pending events as API JSON. */
export const pendingPageSchema = z.object({
  data: z.array(
    z.object({
      type: z.string(),
      event_id: z.string(),
      interaction_id: z
        .string()
        .nullable()
        .describe("The interaction the event is waiting for; null for session scores."),
      session_id: z
        .string()
        .optional()
        .describe("For session scores: the session. Any interaction in it completes the event."),
      received_at: z.iso.datetime(),
      state: stateSchema,
      event: z.record(z.string(), z.unknown()),
    }),
  ),
  next_cursor: z.string().nullable(),
  counts: z.object({ waiting: z.int(), orphaned: z.int() }),
});

/** Converts a page of pending events to API JSON. */
export const pendingPageJson = (page: PendingPage): z.input<typeof pendingPageSchema> => ({
  data: page.data.map((item) => ({
    type: item.type,
    event_id: item.eventId,
    interaction_id: item.interactionId,
    ...(item.sessionId === null ? {} : { session_id: item.sessionId }),
    received_at: item.receivedAt.toISOString(),
    state: item.receivedAt < page.orphanedBefore ? "orphaned" : "waiting",
    event: item.event,
  })),
  next_cursor: page.nextCursor,
  counts: page.counts,
});
