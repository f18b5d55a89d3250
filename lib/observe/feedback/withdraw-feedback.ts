import { now } from "#lib/platform/clock.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import { requireOwnEvent } from "../raters/index.ts";
import { deleteFeedback, findFeedback } from "./withdraw-store.ts";

/**
 * Withdraws a rating. A publishable key needs the token of the rated interaction, and can only withdraw its
 * own rater's ratings.
 * @throws Problem 403 for an invalid token, 404 if the rating does not exist or is someone else's.
 */
export async function withdrawFeedback(sender: Sender, feedbackId: string): Promise<void> {
  const { projectId } = sender.caller.project;
  const there = await findFeedback(projectId, feedbackId);
  const missing = new Problem("not_found", `No feedback with the ID “${feedbackId}”.`);
  await requireOwnEvent(sender, there, missing, now());
  if (!(await deleteFeedback(projectId, feedbackId))) throw missing;
}
