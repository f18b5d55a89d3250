import {
  type ChangedItems,
  changeItems,
  type InboxActor,
  type InboxChange,
  type InboxQuery,
  type ItemChange,
  type ItemStep,
  listItems,
} from "#lib/act/inbox/index.ts";
import { INBOX_BULK_MAX, type InboxRef } from "#lib/domain/inbox.ts";
import { markLooked } from "#lib/observe/interactions/index.ts";
import { now } from "#lib/platform/clock.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { listMembers, type ProjectMember } from "#lib/platform/projects/list-members.ts";
import { memberNamed, toFilter } from "./list-inbox.ts";
import { promptVersions } from "./prompt-versions.ts";

/** What a change of many items did. */
export interface BulkChanged extends ChangedItems {
  /** Whether the filter lists more than could be changed at once. */
  more: boolean;
}

/**
 * Changes items of the inbox: those that are named, or the first that a filter lists. Whoever changes an item has looked
 * at it.
 * @throws Problem 400 for an assignee who is no member, 422 for a prompt version that is not there.
 */
export async function changeInbox(
  projectId: string,
  asked: { ids: readonly InboxRef[] } | { filter: InboxQuery },
  change: InboxChange,
  by: InboxActor,
): Promise<BulkChanged> {
  const members = await listMembers(projectId);
  const made = await toChange(projectId, change, members);
  const { items, more } =
    "ids" in asked ? { items: asked.ids, more: false } : await firstListed(projectId, asked.filter, members);
  const waits = made.step?.kind === "wait" && made.step.until === null;
  const able = waits ? items.filter(({ kind }) => kind === "problem") : items;
  const done = await changeItems(projectId, able, { change: made, by, at: now(), markLooked });
  const dateless = items
    .filter((item) => !able.includes(item))
    .map((item) => ({ item, message: "Only a problem waits without a date. Say when this one comes back." }));
  return { ...done, refused: [...done.refused, ...dateless], more };
}

/**
 * Changes one item.
 * @throws Problem 404 if there is none, 409 if it cannot be changed like this, and as {@link changeInbox} does.
 */
export async function changeInboxItem(
  projectId: string,
  item: InboxRef,
  change: InboxChange,
  by: InboxActor,
): Promise<void> {
  const { refused } = await changeInbox(projectId, { ids: [item] }, change, by);
  const [first] = refused;
  if (first)
    throw new Problem(first.message.startsWith("There is no") ? "not_found" : "conflict", first.message);
}

async function firstListed(projectId: string, filter: InboxQuery, members: readonly ProjectMember[]) {
  const asked = await toFilter(projectId, filter, members, { limit: INBOX_BULK_MAX });
  const { items, next } = await listItems(projectId, asked);
  return { items, more: next !== null };
}

/** A change as it is sent, with what it names looked up. */
async function toChange(
  projectId: string,
  change: InboxChange,
  members: readonly ProjectMember[],
): Promise<ItemChange> {
  const { add_tags: addTags = [], remove_tags: removeTags = [], note = null, fixed_in: fixed } = change;
  const assignee = change.assignee ? memberNamed(members, change.assignee) : null;
  if (assignee?.role === "viewer") {
    const errors = [{ path: "assignee", message: "must be a member who may change items: no viewer" }];
    throw new Problem("invalid_body", "A viewer cannot be assigned an item.", { errors });
  }
  const fixedIn = fixed ? { template: fixed.prompt_template, version: fixed.prompt_version } : null;
  if (fixedIn) await requireVersion(projectId, fixedIn);
  return { step: stepOf(change, assignee?.userId ?? null, fixedIn), addTags, removeTags, note };
}

function stepOf(
  { state, assignee, waiting_until: until = null, resolution }: InboxChange,
  userId: string | null,
  fixedIn: { template: string; version: string } | null,
): ItemStep | null {
  if (userId !== null) return { kind: "assign", assignee: userId };
  switch (state) {
    case "unread":
      return { kind: "mark_unread" };
    case "read":
      return { kind: "mark_read" };
    case "waiting":
      return { kind: "wait", until };
    case "resolved":
      return { kind: "resolve", resolution: resolution ?? (fixedIn ? "fixed" : "handled"), fixedIn };
    default:
      return assignee === null ? { kind: "unassign" } : null;
  }
}

/** @throws Problem 422 if there is no such version of a prompt, neither managed nor told of by an answer. */
async function requireVersion(
  projectId: string,
  { template, version }: { template: string; version: string },
): Promise<void> {
  const versions = await promptVersions(projectId, template);
  if (versions.includes(version)) return;
  const words =
    versions.length > 0
      ? `The prompt “${template}” has no version “${version}”.`
      : `There is no prompt “${template}”.`;
  const errors = [{ path: "fixed_in", message: "must be a version of a prompt of this project" }];
  throw new Problem("unknown_prompt_version", words, { errors });
}
