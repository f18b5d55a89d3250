import { z } from "zod";
import type { Receipt } from "./receipt.ts";

/** The response to a stored rating. */
export const receiptSchema = z.object({
  feedback_id: z.string(),
  interaction_id: z.string().nullable().describe("Null for session scores."),
  session_id: z.string().optional().describe("The scored session. Absent for scores of an interaction."),
  created_at: z.iso.datetime(),
  message: z.string(),
});

/** Converts the result of a rating to API JSON. */
export const receiptJson = (receipt: Receipt): z.input<typeof receiptSchema> => ({
  feedback_id: receipt.feedbackId,
  interaction_id: receipt.interactionId,
  ...(receipt.sessionId === null ? {} : { session_id: receipt.sessionId }),
  created_at: receipt.createdAt.toISOString(),
  message: messageOf(receipt),
});

function messageOf({ created, outcome }: Receipt): string {
  if (outcome === "waiting")
    return "Feedback accepted. It will be attached to its interaction when that arrives.";
  if (outcome === "unchanged") return created ? "Feedback already accepted." : "Feedback already stored.";
  if (created) return "Feedback stored.";
  if (outcome === "superseded") return "Ignored: the same rater already sent a later rating.";
  return "Feedback replaced.";
}
