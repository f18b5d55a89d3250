import type { InboxRef, InboxStep } from "#lib/domain/inbox.ts";
import { TAGS_MAX } from "#lib/domain/inbox.ts";
import { type Advanced, advanceItem, type ItemStep, type Standing } from "./advance-item.ts";

/** A change of an item, as it is made: a step, tags, and a note. */
export interface ItemChange {
  step: ItemStep | null;
  addTags: readonly string[];
  removeTags: readonly string[];
  note: string | null;
}

/** An item as its row says, before a change. */
export interface ItemRow extends InboxRef {
  standing: Standing;
  tags: readonly string[];
}

/** What becomes of an item, and what its history says of it. */
export interface Changed {
  standing: Standing;
  tags: string[];
  events: { step: InboxStep; change: Record<string, unknown>; note: string | null }[];
}

/**
 * An item after a change.
 * @param isNew whether somebody complained since it was looked at.
 */
export function changeItem(
  row: ItemRow,
  { step, addTags, removeTags, note }: ItemChange,
  { isNew, now }: { isNew: boolean; now: Date },
): Changed | { refused: string } {
  const since = isNew ? advanceItem(row.standing, { kind: "new_complaint" }, now) : keep(row.standing);
  if ("refused" in since) return since;
  const done = step ? advanceItem(since.standing, step, now) : keep(since.standing);
  if ("refused" in done) return done;
  const kept = row.tags.filter((tag) => !removeTags.includes(tag));
  const tags = [...new Set([...kept, ...addTags])];
  if (tags.length > TAGS_MAX)
    return { refused: `An item can have at most ${TAGS_MAX} tags. Take one away first.` };
  const added = tags.filter((tag) => !row.tags.includes(tag));
  const removed = row.tags.filter((tag) => !tags.includes(tag));
  const events: Changed["events"] = [];
  if (since.told) events.push({ step: since.told, change: {}, note: null });
  if (done.told) events.push({ step: done.told, change: changeJson(done.standing), note: null });
  if (added.length + removed.length > 0)
    events.push({ step: "tagged", change: { added, removed }, note: null });
  if (note !== null) events.push({ step: "noted", change: {}, note });
  return { standing: done.standing, tags, events };
}

const keep = (standing: Standing): Extract<Advanced, { standing: Standing }> => ({ standing, told: null });

/** What an item stands at, by the names of the API, without what it is not. */
function changeJson({ assignee, waitingUntil, resolution, fixedIn }: Standing): Record<string, unknown> {
  const all = {
    assignee,
    waiting_until: waitingUntil?.toISOString() ?? null,
    resolution,
    prompt_template: fixedIn?.template ?? null,
    prompt_version: fixedIn?.version ?? null,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}
