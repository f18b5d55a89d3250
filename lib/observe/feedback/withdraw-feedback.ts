import { now } from "#lib/platform/clock.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import { requireOwnEvent } from "../raters/index.ts";
import { deleteFeedback, findFeedback } from "./withdraw-store.ts";

/**
 * Takes a rating back. A publishable key needs the token of the interaction that was rated, and takes
 * back nothing but its own rater's.
 * @throws Problem 403 by the token's fault, 404 when there is no such rating or it is somebody else's.
 */
export async function withdrawFeedback(sender: Sender, feedbackId: string): Promise<void> {
  const { projectId } = sender.caller.project;
  const there = await findFeedback(projectId, feedbackId);
  const missing = new Problem("not_found", `No feedback with the ID “${feedbackId}”.`);
  await requireOwnEvent(sender, there, missing, now());
  if (!(await deleteFeedback(projectId, feedbackId))) throw missing;
}
