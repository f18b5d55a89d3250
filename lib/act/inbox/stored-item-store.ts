import type { InboxKind, InboxState, Resolution } from "#lib/domain/inbox.ts";
import { Prisma } from "#lib/platform/db/client.ts";
import { advanceItem, type Standing, unreadItem } from "./advance-item.ts";
import type { InboxItem } from "./item.ts";

/** The columns of an item's row, aliased as `item`, with the names of {@link StoredItem}. */
export const itemColumns = Prisma.sql`item.state, item.assignee, item.waiting_until AS "waitingUntil", item.resolution,
  item.fixed_template AS "fixedTemplate", item.fixed_version AS "fixedVersion", item.tags, item.resolved_at AS "resolvedAt",
  item.changed_at AS "changedAt"`;

/** An item as a query reads it; `state` is null where it has no row. */
export interface StoredItem {
  kind: InboxKind;
  ref: string;
  at: Date;
  state: InboxState | null;
  assignee: string | null;
  waitingUntil: Date | null;
  resolution: Resolution | null;
  fixedTemplate: string | null;
  fixedVersion: string | null;
  tags: string[] | null;
  resolvedAt: Date | null;
  changedAt: Date | null;
  /** Whether there is a complaint that nobody looked at. */
  isNew: boolean;
}

/** Where an item's row says that it stands. */
export function standingOf(row: Omit<StoredItem, "kind" | "ref" | "at" | "isNew" | "tags">): Standing {
  if (row.state === null) return unreadItem;
  const { state, assignee, waitingUntil, resolution, fixedTemplate: template, fixedVersion: version } = row;
  return {
    ...{ state, assignee, waitingUntil, resolution },
    fixedIn: template === null || version === null ? null : { template, version },
  };
}

/** An item as it stands with what was said since. */
export function toItem(row: StoredItem): InboxItem {
  const { kind, ref, at, isNew, tags, resolvedAt, changedAt } = row;
  const stored = standingOf(row);
  const since = isNew ? advanceItem(stored, { kind: "new_complaint" }, at) : null;
  const standing = since && "standing" in since ? since.standing : stored;
  return { kind, ref, at, ...standing, tags: tags ?? [], isNew, resolvedAt, changedAt };
}
