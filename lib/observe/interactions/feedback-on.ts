import { z } from "zod";
import { wholeNumberSchema } from "#lib/domain/fields.ts";
import { cursorSchema } from "#lib/platform/list-cursor.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { knownInteractions } from "./detail-store.ts";
import { readFeedbackPage } from "./feedback-page-store.ts";
import { feedbackItemJson, feedbackItemSchema } from "./reply.ts";

/** How many ratings a page contains, as in every list. */
const LIMIT_MAX = 200;

/** The query parameters of the ratings of an interaction. */
export const feedbackOnQuerySchema = z.strictObject({
  cursor: cursorSchema.optional(),
  limit: wholeNumberSchema.pipe(z.int().min(1).max(LIMIT_MAX)).default(LIMIT_MAX),
});

/** A page of the ratings of one interaction. */
export const feedbackOnSchema = z.object({
  interaction_id: z.string(),
  data: z.array(feedbackItemSchema),
  next_cursor: z
    .string()
    .nullable()
    .describe("Cursor of the next page; null on the last page. Pages with long texts have fewer rows."),
});

/**
 * A page of the ratings of one interaction as API JSON, earliest first.
 * @throws Problem 404 if there is no such interaction.
 */
export async function feedbackOn(
  projectId: string,
  interactionId: string,
  { cursor, limit }: z.output<typeof feedbackOnQuerySchema> = { limit: LIMIT_MAX },
): Promise<z.input<typeof feedbackOnSchema>> {
  const known = await knownInteractions(projectId, [interactionId]);
  if (!known.has(interactionId))
    throw new Problem("not_found", `No interaction with the ID “${interactionId}”.`);
  const on = { interactionId };
  const { feedback, nextCursor } = await readFeedbackPage({ projectId, on, after: cursor, most: limit });
  return { interaction_id: interactionId, data: feedback.map(feedbackItemJson), next_cursor: nextCursor };
}
