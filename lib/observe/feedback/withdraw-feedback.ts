import { now } from "#lib/platform/clock";
import { Problem } from "#lib/platform/problem/index";
import type { Sender } from "#lib/platform/route/index";
import { requireToken } from "../interactions/index.ts";
import { deleteFeedback, interactionOfFeedback } from "./withdraw-store.ts";

/**
 * Takes a rating back. A publishable key needs the token of the interaction that was rated.
 * @throws Problem 403 by the token's fault, 404 when there is no such rating.
 */
export async function withdrawFeedback(sender: Sender, feedbackId: string): Promise<void> {
  const { projectId } = sender.caller.project;
  // Without a token nothing is told of what is there.
  if (!sender.feedbackToken) requireToken(sender, { interaction_id: "" }, now());
  const interactionId = await interactionOfFeedback(projectId, feedbackId);
  const missing = new Problem("not_found", `There is no feedback “${feedbackId}”.`);
  if (interactionId === undefined) throw missing;
  // What waits for a session waits for no answer that a token could be of.
  requireToken(sender, { interaction_id: interactionId ?? "" }, now());
  if (!(await deleteFeedback(projectId, feedbackId))) throw missing;
}
