import { z } from "zod";
import {
  idSchema,
  nullsAbsent,
  pastMomentSchema,
  textSchema,
  wholeNumberSchema,
} from "#lib/domain/fields.ts";
import { feedbackSourceSchema } from "#lib/domain/rating.ts";
import { TOKEN_MAX } from "#lib/platform/auth/feedback-token.ts";
import { cursorSchema, senderFields } from "../interactions/index.ts";

/** The fields of the body that stores a preference. */
export const preferenceObjectSchema = z
  .strictObject({
    preferred_id: idSchema.describe("The interaction that was preferred; of a tie either of the two."),
    rejected_id: idSchema.describe("The interaction that it was preferred to."),
    tie: z.boolean().optional().describe("Neither was preferred; false where absent."),
    comment: textSchema.optional(),
    source: feedbackSourceSchema
      .optional()
      .describe("Who compared them; `reviewer` for a teammate, with a secret key only."),
    ...senderFields,
    rejected_feedback_token: z
      .string()
      .max(TOKEN_MAX)
      .optional()
      .describe(
        "With a publishable key: the token of rejected_id, as feedback_token is that of preferred_id.",
      ),
    preference_id: idSchema.optional().describe("Made by the client so that a retry is the same event."),
    created_at: pastMomentSchema.optional().describe("With a secret key only, for history."),
  })
  .superRefine(({ preferred_id, rejected_id }, context) => {
    if (preferred_id === rejected_id)
      context.addIssue({
        code: "custom",
        path: ["rejected_id"],
        message: "must be another interaction than preferred_id",
      });
  })
  .meta({ id: "Preference" });

/** The body that stores a preference. */
export const preferenceBodySchema = nullsAbsent(preferenceObjectSchema);

/** A preference as its sender describes it. */
export type PreferenceBody = z.output<typeof preferenceBodySchema>;

/** Which preferences a list shows, as it stands in an address. */
export const preferenceQuerySchema = z.strictObject({
  interaction_id: idSchema.optional().describe("Only preferences for or against this interaction."),
  source: feedbackSourceSchema.optional().describe("Only users' or only teammates'."),
  cursor: cursorSchema.optional(),
  limit: wholeNumberSchema.pipe(z.int().min(1).max(200)).default(50),
});

/** Which preferences a list shows. */
export type PreferenceQuery = z.output<typeof preferenceQuerySchema>;
