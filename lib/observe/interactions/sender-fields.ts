import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { TOKEN_MAX } from "#lib/platform/auth/feedback-token.ts";

/** Who sends feedback on an answer, and the proof that they received the answer. */
export const senderFields = {
  user_id: idSchema.optional().describe("Your user's ID. Stored as an HMAC with a key of the project."),
  session_id: idSchema.optional(),
  device_id: idSchema
    .optional()
    .describe(
      "A random ID persisted by the client, or sent as X-Device-Id. Identifies the rater if the interaction has no user or session. Stored as an HMAC.",
    ),
  feedback_token: z
    .string()
    .max(TOKEN_MAX)
    .optional()
    .describe("Required with a publishable key, here or as X-Feedback-Token."),
};
