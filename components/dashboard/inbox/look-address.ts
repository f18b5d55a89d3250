import { type InboxRef, inboxItemId } from "#lib/domain/inbox.ts";

/** Where a look at an item, or at an answer, is recorded. */
export const lookAddress = (projectId: string, item: InboxRef): string =>
  `/api/projects/${projectId}/inbox/${encodeURIComponent(inboxItemId(item))}/look`;
