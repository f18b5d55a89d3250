import { now } from "#lib/platform/clock";
import { Problem } from "#lib/platform/problem/index";
import type { Sender } from "#lib/platform/route/index";
import { requireToken } from "../interactions/index.ts";
import { deleteAnnotation, interactionOfAnnotation } from "./store.ts";

/**
 * Takes an annotation back. A publishable key needs the token of the interaction that was annotated.
 * @throws Problem 403 by the token's fault, 404 when there is no such annotation.
 */
export async function withdrawAnnotation(sender: Sender, annotationId: string): Promise<void> {
  const { projectId } = sender.caller.project;
  // Without a token nothing is told of what is there.
  if (!sender.feedbackToken) requireToken(sender, { interaction_id: "" }, now());
  const interactionId = await interactionOfAnnotation(projectId, annotationId);
  const missing = new Problem("not_found", `There is no annotation “${annotationId}”.`);
  if (interactionId === null) throw missing;
  requireToken(sender, { interaction_id: interactionId }, now());
  if (!(await deleteAnnotation(projectId, annotationId))) throw missing;
}
