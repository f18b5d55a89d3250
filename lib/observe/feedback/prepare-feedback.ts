import { fieldErrors, Problem } from "#lib/platform/problem/index.ts";
import {
  type ClippedField,
  type InteractionBody,
  type InteractionRow,
  interactionObjectSchema,
  interactionRow,
  type RowContext,
} from "../interactions/index.ts";
import { type AuthorizedRater, authorizeRater, refuseServerFields, type Submitter } from "../raters/index.ts";
import { type FeedbackRow, feedbackRow } from "./feedback-row.ts";
import { type FeedbackBody, inlineFieldNames } from "./schema.ts";

/** Built once: zod compiles every schema on first use. */
const describedSchema = interactionObjectSchema.omit({ created_at: true });

/** The interaction fields that came with a rating. */
const inlineFieldsIn = (body: FeedbackBody): (keyof FeedbackBody)[] =>
  inlineFieldNames.filter((name) => body[name] !== undefined);

/**
 * The interaction sent inline with a rating, or null.
 * @throws Problem 400 that names the missing fields if it is incomplete.
 */
function inlineInteraction(body: FeedbackBody): InteractionBody | null {
  const names = inlineFieldsIn(body);
  if (names.length === 0) return null;
  const { interaction_id, user_id, session_id, created_at } = body;
  if (interaction_id === undefined) {
    const errors = names.map((path) => ({
      path,
      message: "requires an interaction_id",
    }));
    throw new Problem("invalid_body", `${names.join(", ")} require an interaction_id.`, { errors });
  }
  const described = Object.fromEntries(names.map((name) => [name, body[name]]));
  const parsed = describedSchema.safeParse({ interaction_id, user_id, session_id, ...described });
  if (parsed.success) return { ...parsed.data, created_at };
  const errors = fieldErrors(parsed.error);
  const missing = errors.map(({ path }) => path).join(", ");
  throw new Problem("invalid_body", `To log the interaction inline, also send ${missing}.`, { errors });
}

/** A rating ready to be stored, and the interaction sent inline with it. */
export interface PreparedFeedback {
  row: FeedbackRow;
  inline: InteractionRow | null;
}

/** A rating's rater, and whether a server sent it. */
export interface FeedbackRater {
  by: AuthorizedRater;
  isServer: boolean;
}

/**
 * Authorizes a rating. A browser needs the interaction's token and cannot describe the interaction.
 * @throws Problem 400 that names the fields that need a secret key, 403 for an invalid token.
 */
export function authorizeFeedback(from: Submitter, body: FeedbackBody, context: RowContext): FeedbackRater {
  const by = authorizeRater(from, body, context);
  refuseServerFields(from, [
    ...inlineFieldsIn(body),
    ...(body.created_at ? ["created_at"] : []),
    ...(body.source === "reviewer" ? ["source"] : []),
  ]);
  return { by, isServer: from.kind === "server" };
}

/**
 * Prepares a rating.
 * @throws Problem 400 that names the invalid fields.
 */
export function prepareFeedback(
  body: FeedbackBody,
  { by, isServer }: FeedbackRater,
  context: RowContext,
  clipped?: readonly ClippedField[],
): PreparedFeedback {
  const inline = inlineInteraction(body);
  return {
    row: feedbackRow(body, by, context, isServer),
    inline: inline && interactionRow(inline, context, clipped, true),
  };
}
