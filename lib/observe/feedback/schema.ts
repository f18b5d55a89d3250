import { z } from "zod";
import {
  idSchema,
  metadataSchema,
  optional,
  pastMomentSchema,
  spokenTextSchema,
  textSchema,
} from "#lib/domain/fields";
import { ratingTypeSchema } from "#lib/domain/rating";
import { interactionCoreFields, interactionDetailFields } from "../interactions/index.ts";
import { ratingFaults } from "./rating-faults.ts";

/** Most categories of one rating. */
const CATEGORIES_MAX = 20;

const feedbackFields = {
  interaction_id: idSchema,
  rating_type: ratingTypeSchema,
  rating_value: optional(z.number()).describe("binary: 0 or 1; stars: 1 to 5"),
  rating_categories: optional(
    z.array(idSchema).max(CATEGORIES_MAX, `must have at most ${CATEGORIES_MAX} categories`),
  ).transform((categories) => [...new Set(categories ?? [])]),
  correction_text: optional(spokenTextSchema),
  feedback_comment: optional(textSchema),
  user_id: optional(idSchema).describe("Stored as an HMAC under the project's own key."),
  session_id: optional(idSchema),
  feedback_token: optional(z.string().max(1_000)).describe(
    "With a publishable key; or the header X-Feedback-Token.",
  ),
  feedback_id: optional(idSchema).describe("Made by the client so that a retry is the same event."),
  metadata: optional(metadataSchema),
  created_at: optional(pastMomentSchema).describe("With a secret key only, for history."),
};

const inlineFields = {
  ...Object.fromEntries(
    Object.entries(interactionCoreFields).map(([name, schema]) => [name, optional(schema)]),
  ),
  ...interactionDetailFields,
} as InlineFields;

type InlineFields = {
  [Name in keyof typeof interactionCoreFields]: ReturnType<
    typeof optional<(typeof interactionCoreFields)[Name]>
  >;
} & typeof interactionDetailFields;

/** Names of the fields that describe the interaction itself. */
export const inlineFieldNames = Object.keys(inlineFields) as (keyof InlineFields)[];

/** The body that stores or replaces a rating; with a secret key the interaction may come inline. */
export const feedbackBodySchema = z
  .strictObject({ ...feedbackFields, ...inlineFields })
  .superRefine((body, context) => {
    for (const { path, message } of ratingFaults(body))
      context.addIssue({ code: "custom", path: [path], message });
  })
  .meta({ id: "Feedback" });

/** A rating as its sender describes it. */
export type FeedbackBody = z.output<typeof feedbackBodySchema>;
