import { z } from "zod";
import {
  idSchema,
  metadataSchema,
  momentSchema,
  optional,
  pastMomentSchema,
  spokenTextSchema,
  textSchema,
  wholeNumberSchema,
} from "#lib/domain/fields";
import { ratingTypeSchema } from "#lib/domain/rating";

const count = z.int().min(0, "must be 0 or more").max(2_147_483_647, "is too large");

const languageSchema = idSchema.refine((tag) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}, "must be a BCP 47 tag like en or pt-BR");

const contextPiece = z.union([
  textSchema,
  z.strictObject({
    id: optional(idSchema),
    text: textSchema,
    source: optional(textSchema),
    score: optional(z.number()),
    content_version: optional(idSchema),
  }),
]);

const jsonItem = z.union([textSchema, z.record(z.string(), z.json())]);

/** What may be told of an interaction beyond the three fields that make one. */
export const interactionDetailFields = {
  input: optional(textSchema),
  prompt_text: optional(textSchema),
  prompt_template: optional(idSchema),
  prompt_version: optional(idSchema),
  retrieved_context: optional(z.array(contextPiece).max(100, "must have at most 100 pieces")),
  citations: optional(z.array(jsonItem).max(100, "must have at most 100 items")),
  model_params: optional(metadataSchema),
  response_latency_ms: optional(count),
  input_tokens: optional(count),
  output_tokens: optional(count),
  token_count: optional(count),
  cost_usd: optional(z.number().min(0, "must be 0 or more").max(1_000_000, "is too large")),
  finish_reason: optional(idSchema),
  tenant: optional(idSchema),
  language: optional(languageSchema),
  segment: optional(idSchema),
  experiment: optional(idSchema),
  variant: optional(idSchema),
};

/** The fields without which there is no interaction. */
export const interactionCoreFields = {
  feature_name: idSchema,
  response_text: spokenTextSchema,
  model_name: idSchema,
};

/** The body that logs one interaction. */
export const interactionBodySchema = z
  .strictObject({
    interaction_id: optional(idSchema).describe(
      "Made by the client so that a retry is the same event; a UUIDv7 where absent.",
    ),
    ...interactionCoreFields,
    ...interactionDetailFields,
    user_id: optional(idSchema).describe("Stored as an HMAC under the project's own key."),
    session_id: optional(idSchema),
    metadata: optional(metadataSchema),
    created_at: optional(pastMomentSchema).describe(
      "When the answer was given, for history; the time of receipt where absent.",
    ),
  })
  .meta({ id: "Interaction" });

/** An interaction as its sender describes it. */
export type InteractionBody = z.output<typeof interactionBodySchema>;

/** Which interactions a list shows, as it stands in an address. */
export const interactionQuerySchema = z.strictObject({
  feature: idSchema.optional(),
  model: idSchema.optional(),
  prompt_version: idSchema.optional(),
  rating: z
    .enum(["up", "down", ...ratingTypeSchema.exclude(["binary"]).options, "rated", "unrated"])
    .optional(),
  category: idSchema.optional(),
  from: momentSchema.optional(),
  to: momentSchema.optional(),
  cursor: z.string().max(500).optional(),
  limit: wholeNumberSchema.pipe(z.int().min(1).max(200)).default(50),
});
