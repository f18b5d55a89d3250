import { z } from "zod";
import { idSchema, nullsAbsent, pastMomentSchema } from "#lib/domain/fields.ts";
import { signalKindSchema } from "#lib/domain/signal.ts";
import { senderFields } from "../interactions/index.ts";

/** The fields of the body that stores a signal. */
export const signalObjectSchema = z
  .strictObject({
    interaction_id: idSchema,
    signal: signalKindSchema,
    value: z
      .number()
      .optional()
      .describe(
        "What the signal measures: seconds of dwell (0 to a day; beyond it is taken for these), similarity of a rephrase, …",
      ),
    occurred_at: pastMomentSchema.optional().describe("When it happened; the time of receipt where absent."),
    ...senderFields,
    signal_id: idSchema.optional().describe("Made by the client so that a retry is the same event."),
  })
  .meta({ id: "Signal" });

/** The body that stores a signal. */
export const signalBodySchema = nullsAbsent(signalObjectSchema);

/** A signal as its sender describes it. */
export type SignalBody = z.output<typeof signalBodySchema>;
