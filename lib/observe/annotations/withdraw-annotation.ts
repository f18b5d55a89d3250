import { now } from "#lib/platform/clock.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import { requireOwnEvent } from "../raters/index.ts";
import { deleteAnnotation, findAnnotation } from "./store.ts";

/**
 * Takes an annotation back. A publishable key needs the token of the interaction that was annotated, and
 * takes back nothing but its own rater's.
 * @throws Problem 403 by the token's fault, 404 when there is no such annotation or it is somebody else's.
 */
export async function withdrawAnnotation(sender: Sender, annotationId: string): Promise<void> {
  const { projectId } = sender.caller.project;
  const there = await findAnnotation(projectId, annotationId);
  const missing = new Problem("not_found", `No annotation with the ID “${annotationId}”.`);
  await requireOwnEvent(sender, there, missing, now());
  if (!(await deleteAnnotation(projectId, annotationId))) throw missing;
}
