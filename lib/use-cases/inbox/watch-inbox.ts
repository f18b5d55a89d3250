import {
  abandonedItems,
  changeItems,
  dueItems,
  type ItemStep,
  projectsWithDueItems,
} from "#lib/act/inbox/index.ts";
import type { InboxRef } from "#lib/domain/inbox.ts";
import { now } from "#lib/platform/clock.ts";

/** Who is said to have done what time and data do. */
const ITSELF = { name: "Whetstone", id: "" };

/** Projects whose inbox has something to do by itself. */
export const projectsWithInboxWork = (): Promise<string[]> => projectsWithDueItems(now());

/** Takes back what waited long enough, and what somebody works on who is no member any more. */
export async function watchInbox(projectId: string): Promise<void> {
  await stepAll(projectId, await dueItems(projectId, now()), { kind: "tick" });
  await stepAll(projectId, await abandonedItems(projectId), { kind: "assignee_left" });
}

async function stepAll(projectId: string, items: readonly InboxRef[], step: ItemStep): Promise<void> {
  if (items.length === 0) return;
  const change = { step, addTags: [], removeTags: [], note: null };
  await changeItems(projectId, items, { change, by: ITSELF, at: now() });
}
