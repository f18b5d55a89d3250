import { now } from "#lib/platform/clock.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import { requireOwnEvent } from "../raters/index.ts";
import { deleteAnnotation, findAnnotation } from "./store.ts";

/**
 * Withdraws an annotation. A publishable key needs the token of the annotated interaction, and can only
 * withdraw its own rater's annotations.
 * @throws Problem 403 for an invalid token, 404 if the annotation does not exist or is someone else's.
 */
export async function withdrawAnnotation(sender: Sender, annotationId: string): Promise<void> {
  const { projectId } = sender.caller.project;
  const there = await findAnnotation(projectId, annotationId);
  const missing = new Problem("not_found", `No annotation with the ID “${annotationId}”.`);
  await requireOwnEvent(sender, there, missing, now());
  if (!(await deleteAnnotation(projectId, annotationId))) throw missing;
}
