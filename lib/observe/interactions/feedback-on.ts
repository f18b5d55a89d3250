import { z } from "zod";
import { Problem } from "#lib/platform/problem/index";
import { readFeedbackOn } from "./detail-store.ts";
import { feedbackItemJson, feedbackItemSchema } from "./reply.ts";

/** All ratings of one interaction. */
export const feedbackOnSchema = z.object({ interaction_id: z.string(), data: z.array(feedbackItemSchema) });

/**
 * All ratings of one interaction as JSON, the earliest first.
 * @throws Problem 404 when there is no such interaction.
 */
export async function feedbackOn(
  projectId: string,
  interactionId: string,
): Promise<z.input<typeof feedbackOnSchema>> {
  const items = await readFeedbackOn(projectId, interactionId);
  if (!items) throw new Problem("not_found", `There is no interaction “${interactionId}”.`);
  return { interaction_id: interactionId, data: items.map(feedbackItemJson) };
}
