import { z } from "zod";
import { dimensionFields, dimensionNames } from "#lib/domain/dimensions.ts";
import {
  idSchema,
  metadataSchema,
  momentSchema,
  nullsAbsent,
  pastMomentSchema,
  spokenTextSchema,
  textSchema,
  wholeNumberSchema,
} from "#lib/domain/fields.ts";
import { ratingTypeSchema } from "#lib/domain/rating.ts";
import { signalKindSchema } from "#lib/domain/signal.ts";
import { ASKED_MAX, SLOW_FROM } from "../search/index.ts";
import { cursorTextSchema } from "./list-cursor.ts";

/** Most passages, citations or tool calls of one answer. */
export const LIST_MAX = 100;

/** Largest count of tokens or milliseconds. */
export const WHOLE_NUMBER_MAX = 2_147_483_647;

const count = z.int().min(0, "must be 0 or more").max(WHOLE_NUMBER_MAX, "is too large");

const languageSchema = idSchema.refine((tag) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}, "must be a BCP 47 tag like en or pt-BR");

const contextPiece = z.union([
  textSchema,
  nullsAbsent(
    z.strictObject({
      id: idSchema.optional(),
      text: textSchema,
      source: textSchema.optional(),
      score: z.number().optional(),
      content_version: idSchema.optional(),
    }),
  ),
]);

const citation = z.union([textSchema, metadataSchema]);

const toolValue = z.union([textSchema, metadataSchema]);

const toolCall = nullsAbsent(
  z.strictObject({
    id: idSchema.optional(),
    name: idSchema,
    arguments: toolValue.optional(),
    result: toolValue.optional(),
  }),
);

/** What may be told of an interaction beyond the three fields that make one. */
export const interactionDetailFields = {
  input: textSchema.optional(),
  prompt_text: textSchema.optional(),
  prompt_template: idSchema.optional(),
  prompt_version: idSchema.optional(),
  retrieved_context: z.array(contextPiece).max(LIST_MAX, `must have at most ${LIST_MAX} pieces`).optional(),
  citations: z.array(citation).max(LIST_MAX, `must have at most ${LIST_MAX} items`).optional(),
  tool_calls: z
    .array(toolCall)
    .max(LIST_MAX, `must have at most ${LIST_MAX} calls`)
    .optional()
    .describe("Tools that the model called; an answer may consist of these alone."),
  model_params: metadataSchema.optional(),
  response_latency_ms: count.optional(),
  input_tokens: count.optional(),
  output_tokens: count.optional(),
  token_count: count.optional(),
  cost_usd: z.number().min(0, "must be 0 or more").max(1_000_000, "is too large").optional(),
  finish_reason: idSchema.optional(),
  tenant: idSchema.optional(),
  language: languageSchema.optional(),
  segment: idSchema.optional(),
  experiment: idSchema.optional(),
  variant: idSchema.optional(),
};

/** The fields without which there is no interaction. */
export const interactionCoreFields = {
  feature_name: idSchema,
  response_text: spokenTextSchema,
  model_name: idSchema,
};

/** The fields of the body that logs one interaction. */
export const interactionObjectSchema = z.strictObject({
  interaction_id: idSchema
    .optional()
    .describe("Made by the client so that a retry is the same event; a UUIDv7 where absent."),
  ...interactionCoreFields,
  response_text: textSchema,
  ...interactionDetailFields,
  user_id: idSchema.optional().describe("Stored as an HMAC under the project's own key."),
  session_id: idSchema.optional(),
  metadata: metadataSchema.optional(),
  created_at: pastMomentSchema
    .optional()
    .describe("When the answer was given, for history; the time of receipt where absent."),
  in_progress: z
    .boolean()
    .optional()
    .describe(
      "The answer is still being written, and response_text is what there is of it so far. It can be rated already; log it again under the same interaction_id when there is more.",
    ),
});

/** A field of an event that was cut, so that the rest could be stored. */
export const clippedFieldSchema = z.object({ path: z.string(), message: z.string() });

/** A field of an event that was cut: where it stands, and what of it was left out. */
export type ClippedField = z.output<typeof clippedFieldSchema>;

/** The body that logs one interaction. */
export const interactionBodySchema = nullsAbsent(
  interactionObjectSchema
    .refine(mayBeSilent, {
      path: ["response_text"],
      error: "must not be empty without tool_calls or a finish_reason",
    })
    .meta({ id: "Interaction" }),
);

/** An answer without text has not begun yet, or says why it ended so. */
function mayBeSilent(body: {
  response_text: string;
  finish_reason?: unknown;
  tool_calls?: readonly unknown[] | undefined;
  in_progress?: unknown;
}): boolean {
  const { response_text, finish_reason, tool_calls = [], in_progress } = body;
  return (
    response_text.trim() !== "" ||
    finish_reason !== undefined ||
    tool_calls.length > 0 ||
    in_progress === true
  );
}

/** An interaction as its sender describes it. */
export type InteractionBody = z.output<typeof interactionBodySchema>;

/** How a list chooses by what was said of an answer. */
export const ratingFilterSchema = z.enum([
  "up",
  "down",
  "thumbs",
  ...ratingTypeSchema.exclude(["binary"]).options,
  "annotated",
  "rated",
  "unrated",
]);

/** Which interactions a list shows, as it stands in an address. */
export const interactionQuerySchema = z.strictObject({
  q: z
    .string()
    .max(ASKED_MAX)
    .optional()
    .describe(
      'Words of the input, prompt, response, comments or corrections: all of them, "in this order", -without, or one or the other.',
    ),
  ...dimensionFields(dimensionNames),
  rating: ratingFilterSchema
    .optional()
    .describe(
      "thumbs are up or down; comment is a rating of any type that says something in words; rated is any rating.",
    ),
  category: idSchema
    .optional()
    .describe("A category that a rating names: one of the kind that rating asks for, where it asks for one."),
  with_category: idSchema.optional().describe("A second category that the same rating names."),
  has: z.enum(["latency", "cost", "tokens"]).optional().describe("Answers of which this is known."),
  signal: signalKindSchema.optional(),
  score: idSchema.optional().describe("Only interactions with a user's score of this name."),
  score_of: z
    .enum(["interaction", "session"])
    .default("interaction")
    .describe(
      "Beside score: whether it is about the interaction or its session, which lies on one of its answers.",
    ),
  score_value: idSchema
    .optional()
    .describe(
      "Beside score: one label of a category; of a boolean true or false. A number cannot be asked for.",
    ),
  burst: z
    .uuid()
    .optional()
    .describe(
      "Only interactions with ratings that belong to this burst; rating and category are asked of those ratings.",
    ),
  slower_than_ms: wholeNumberSchema
    .pipe(
      z.union(
        SLOW_FROM.map((ms) => z.literal(ms)),
        "must be 1000, 3000, 10000 or 30000",
      ),
    )
    .optional()
    .describe("Answers that took at least so long: 1000, 3000, 10000 or 30000."),
  session_id: idSchema.optional(),
  user_id: idSchema.optional().describe("As it was sent; only its hash is stored."),
  from: momentSchema.optional(),
  to: momentSchema.optional(),
  cursor: cursorTextSchema.optional(),
  limit: wholeNumberSchema.pipe(z.int().min(1).max(200)).default(50),
});
