import { now } from "#lib/platform/clock.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import { requireOwnEvent } from "../raters/index.ts";
import { deletePreference, findPreference } from "./store.ts";

/**
 * Takes a preference back. A publishable key needs the token of the interaction that was preferred, and takes back
 * nothing but its own rater's.
 * @throws Problem 403 by the token's fault, 404 when there is no such preference or it is somebody else's.
 */
export async function withdrawPreference(sender: Sender, preferenceId: string): Promise<void> {
  const { projectId } = sender.caller.project;
  const there = await findPreference(projectId, preferenceId);
  const missing = new Problem("not_found", `No preference with the ID “${preferenceId}”.`);
  await requireOwnEvent(sender, there, missing, now());
  if (!(await deletePreference(projectId, preferenceId))) throw missing;
}
