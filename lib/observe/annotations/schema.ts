import { z } from "zod";
import { idSchema, optional, pastMomentSchema, spokenTextSchema, textSchema } from "#lib/domain/fields";

const offset = z.int().min(0, "must be 0 or more").max(1_000_000, "is too large");

const quoteSchema = z
  .strictObject({
    exact: spokenTextSchema,
    prefix: optional(textSchema),
    suffix: optional(textSchema),
  })
  .describe("W3C TextQuoteSelector: the passage, and the text before and after it.");

const positionSchema = z
  .strictObject({ start: offset, end: offset })
  .refine(({ start, end }) => start < end, { path: ["end"], message: "must be greater than start" })
  .describe("W3C TextPositionSelector: offsets into the response as it was shown.");

/** The body that stores an annotation. */
export const annotationBodySchema = z
  .strictObject({
    interaction_id: idSchema,
    quote: quoteSchema,
    position: optional(positionSchema),
    category: optional(idSchema),
    comment: optional(textSchema),
    user_id: optional(idSchema).describe("Stored as an HMAC under the project's own key."),
    session_id: optional(idSchema),
    feedback_token: optional(z.string().max(1_000)).describe(
      "With a publishable key; or the header X-Feedback-Token.",
    ),
    annotation_id: optional(idSchema).describe("Made by the client so that a retry is the same event."),
    created_at: optional(pastMomentSchema).describe("When it was made; the time of receipt where absent."),
  })
  .meta({ id: "Annotation" });

/** An annotation as its sender describes it. */
export type AnnotationBody = z.output<typeof annotationBodySchema>;
