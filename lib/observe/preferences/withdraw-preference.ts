import { now } from "#lib/platform/clock.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { Sender } from "#lib/platform/route/index.ts";
import { requireOwnEvent } from "../raters/index.ts";
import { deletePreference, findPreference } from "./store.ts";

/**
 * Withdraws a preference. A publishable key needs the token of the preferred interaction, and can only
 * withdraw its own rater's preferences.
 * @throws Problem 403 for an invalid token, 404 if the preference does not exist or is someone else's.
 */
export async function withdrawPreference(sender: Sender, preferenceId: string): Promise<void> {
  const { projectId } = sender.caller.project;
  const there = await findPreference(projectId, preferenceId);
  const missing = new Problem("not_found", `No preference with the ID “${preferenceId}”.`);
  await requireOwnEvent(sender, there, missing, now());
  if (!(await deletePreference(projectId, preferenceId))) throw missing;
}
