import { z } from "zod";
import { idSchema, optional, pastMomentSchema } from "#lib/domain/fields";
import { signalKindSchema } from "#lib/domain/signal";

/** The body that stores a signal. */
export const signalBodySchema = z
  .strictObject({
    interaction_id: idSchema,
    signal: signalKindSchema,
    value: optional(z.number()).describe(
      "What the signal measures: seconds of dwell, similarity of a rephrase, …",
    ),
    occurred_at: optional(pastMomentSchema).describe("When it happened; the time of receipt where absent."),
    user_id: optional(idSchema).describe("Stored as an HMAC under the project's own key."),
    session_id: optional(idSchema),
    feedback_token: optional(z.string().max(1_000)).describe(
      "With a publishable key; or the header X-Feedback-Token.",
    ),
    signal_id: optional(idSchema).describe("Made by the client so that a retry is the same event."),
  })
  .meta({ id: "Signal" });

/** A signal as its sender describes it. */
export type SignalBody = z.output<typeof signalBodySchema>;
