import { z } from "zod";
import { idSchema, nullsAbsent, pastMomentSchema, spokenTextSchema, textSchema } from "#lib/domain/fields.ts";
import { senderFields } from "../interactions/index.ts";

const offset = z.int().min(0, "must be 0 or more").max(1_000_000, "is too large");

const quoteSchema = nullsAbsent(
  z.strictObject({
    exact: spokenTextSchema,
    prefix: textSchema.optional(),
    suffix: textSchema.optional(),
  }),
).describe("W3C TextQuoteSelector: the passage, and the text before and after it.");

const positionSchema = z
  .strictObject({ start: offset, end: offset })
  .refine(({ start, end }) => start < end, { path: ["end"], message: "must be greater than start" })
  .describe("W3C TextPositionSelector: offsets into the response as it was shown.");

/** The fields of the body that stores an annotation. */
export const annotationObjectSchema = z
  .strictObject({
    interaction_id: idSchema,
    quote: quoteSchema,
    position: positionSchema.optional(),
    category: idSchema.optional(),
    comment: textSchema.optional(),
    ...senderFields,
    annotation_id: idSchema.optional().describe("Made by the client so that a retry is the same event."),
    created_at: pastMomentSchema.optional().describe("When it was made; the time of receipt where absent."),
  })
  .meta({ id: "Annotation" });

/** The body that stores an annotation. */
export const annotationBodySchema = nullsAbsent(annotationObjectSchema);

/** An annotation as its sender describes it. */
export type AnnotationBody = z.output<typeof annotationBodySchema>;
