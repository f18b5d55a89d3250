import { fieldErrors, Problem } from "#lib/platform/problem/index.ts";
import { type InteractionBody, interactionObjectSchema } from "../interactions/index.ts";
import { type FeedbackBody, inlineFieldNames } from "./schema.ts";

/** Made once: zod compiles each schema anew with its first use. */
const describedSchema = interactionObjectSchema.omit({ created_at: true });

/** Names of the interaction's fields that a rating brought along. */
export const inlineFieldsIn = (body: FeedbackBody): (keyof FeedbackBody)[] =>
  inlineFieldNames.filter((name) => body[name] !== undefined);

/**
 * The interaction that came inline with a rating; null when none did.
 * @throws Problem 400 that names what is missing when only a part came.
 */
export function inlineInteraction(body: FeedbackBody): InteractionBody | null {
  const names = inlineFieldsIn(body);
  if (names.length === 0) return null;
  const { interaction_id, user_id, session_id, created_at } = body;
  if (interaction_id === undefined) {
    const errors = names.map((path) => ({
      path,
      message: "belongs to an interaction; send its interaction_id",
    }));
    throw new Problem(
      "invalid_body",
      `${names.join(", ")} belong to an interaction; send its interaction_id.`,
      { errors },
    );
  }
  const described = Object.fromEntries(names.map((name) => [name, body[name]]));
  const parsed = describedSchema.safeParse({ interaction_id, user_id, session_id, ...described });
  if (parsed.success) return { ...parsed.data, created_at };
  const errors = fieldErrors(parsed.error);
  const missing = errors.map(({ path }) => path).join(", ");
  throw new Problem("invalid_body", `To log the interaction inline, send ${missing} as well.`, { errors });
}
