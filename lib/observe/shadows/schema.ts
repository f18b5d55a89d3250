import { z } from "zod";
import { idSchema, wholeNumberSchema } from "#lib/domain/fields.ts";
import { cursorSchema } from "#lib/platform/list-cursor.ts";

/** What distinguishes a candidate. A prompt's template and version are "" for none. */
export const candidateKeySchema = z.strictObject({
  feature: idSchema,
  model: idSchema,
  prompt_template: idSchema.or(z.literal("")).default(""),
  prompt_version: idSchema.or(z.literal("")).default(""),
});

/** A candidate, as an address names it. */
export type CandidateKey = z.output<typeof candidateKeySchema>;

/** The query parameters of the list of shadow answers. */
export const shadowQuerySchema = z.strictObject({
  shadow_of: idSchema.optional().describe("Only shadow answers to the input of this interaction."),
  feature: idSchema.optional(),
  model: idSchema.optional(),
  prompt_template: idSchema.optional(),
  prompt_version: idSchema.optional(),
  cursor: cursorSchema.optional(),
  limit: wholeNumberSchema.pipe(z.int().min(1).max(200)).default(50),
});

/** Which shadow answers to list. */
export type ShadowQuery = z.output<typeof shadowQuerySchema>;

/** The query parameters of the candidates. */
export const candidatesQuerySchema = z.strictObject({
  days: wholeNumberSchema
    .pipe(z.int().min(1).max(365))
    .default(28)
    .describe("How many days back shadow answers are counted."),
});

/** Which of two answers is better, by the order in which they were shown. */
export const verdictBodySchema = z.strictObject({ better: z.enum(["first", "second", "tie"]) });

/** A verdict as sent. */
export type SentVerdict = z.output<typeof verdictBodySchema>["better"];
