import { z } from "zod";
import { idSchema } from "#lib/domain/fields.ts";
import { TOKEN_MAX } from "#lib/platform/auth/feedback-token.ts";

/** Who says something of an answer, and the proof that they received it. */
export const senderFields = {
  user_id: idSchema.optional().describe("Stored as an HMAC under the project's own key."),
  session_id: idSchema.optional(),
  device_id: idSchema
    .optional()
    .describe(
      "A random id that the client keeps, or the header X-Device-Id: who rates where the token names nobody. Stored as an HMAC.",
    ),
  feedback_token: z
    .string()
    .max(TOKEN_MAX)
    .optional()
    .describe("With a publishable key; or the header X-Feedback-Token."),
};
