import { changeItems, type InboxActor } from "#lib/act/inbox/index.ts";
import type { InboxRef } from "#lib/domain/inbox.ts";
import { markLooked } from "#lib/observe/interactions/index.ts";
import { now } from "#lib/platform/clock.ts";

/**
 * Records that somebody looked at an item of the inbox, or at an answer that nobody complained about: that is no item, and
 * was looked at all the same. This is the one definition of “looked at”: opened for more than a moment, or marked.
 */
export async function lookAt(projectId: string, item: InboxRef, by: InboxActor): Promise<void> {
  const change = { step: { kind: "look" } as const, addTags: [], removeTags: [], note: null };
  await changeItems(projectId, [item], { change, by, at: now(), markLooked });
}
