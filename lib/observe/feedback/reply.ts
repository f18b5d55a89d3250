import { z } from "zod";
import type { Receipt } from "./receipt.ts";

/** The answer to a stored rating. */
export const receiptSchema = z.object({
  feedback_id: z.string(),
  interaction_id: z.string().nullable().describe("Null for a score of a session."),
  session_id: z
    .string()
    .optional()
    .describe("The session that was scored; absent where it was an interaction."),
  created_at: z.iso.datetime(),
  message: z.string(),
});

/** The JSON of a stored rating. */
export const receiptJson = (receipt: Receipt): z.input<typeof receiptSchema> => ({
  feedback_id: receipt.feedbackId,
  interaction_id: receipt.interactionId,
  ...(receipt.sessionId === null ? {} : { session_id: receipt.sessionId }),
  created_at: receipt.createdAt.toISOString(),
  message: messageOf(receipt),
});

function messageOf({ created, outcome }: Receipt): string {
  if (outcome === "waiting")
    return "Feedback is kept and will be joined to its interaction when that arrives.";
  if (outcome === "unchanged") return created ? "Feedback was stored before." : "Feedback was there already.";
  if (created) return "Feedback stored.";
  if (outcome === "superseded") return "A later rating of the same rater is there already and stays.";
  return "Feedback replaced.";
}
