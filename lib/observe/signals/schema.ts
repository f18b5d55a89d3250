import { z } from "zod";
import { idSchema, nullsAbsent, pastMomentSchema } from "#lib/domain/fields";
import { signalKindSchema } from "#lib/domain/signal";

/** The fields of the body that stores a signal. */
export const signalObjectSchema = z
  .strictObject({
    interaction_id: idSchema,
    signal: signalKindSchema,
    value: z
      .number()
      .optional()
      .describe("What the signal measures: seconds of dwell, similarity of a rephrase, …"),
    occurred_at: pastMomentSchema.optional().describe("When it happened; the time of receipt where absent."),
    user_id: idSchema.optional().describe("Stored as an HMAC under the project's own key."),
    session_id: idSchema.optional(),
    feedback_token: z
      .string()
      .max(1_000)
      .optional()
      .describe("With a publishable key; or the header X-Feedback-Token."),
    signal_id: idSchema.optional().describe("Made by the client so that a retry is the same event."),
  })
  .meta({ id: "Signal" });

/** The body that stores a signal. */
export const signalBodySchema = nullsAbsent(signalObjectSchema);

/** A signal as its sender describes it. */
export type SignalBody = z.output<typeof signalBodySchema>;
