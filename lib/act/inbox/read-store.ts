import type { AnswerWindow } from "#lib/domain/dimensions.ts";
import type { InboxRef, InboxStep } from "#lib/domain/inbox.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { complaintsAbout, ratedBadly } from "#lib/platform/db/complaints.ts";
import { inWindow } from "#lib/platform/db/in-window.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import type { InboxEvent, InboxItem } from "./item.ts";
import { itemColumns, type StoredItem, toItem } from "./stored-item-store.ts";

/** These items; what is no item is left out. */
export async function findItems(projectId: string, items: readonly InboxRef[]): Promise<InboxItem[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const rows = await db().$queryRaw<StoredItem[]>`
    SELECT wanted.kind, wanted.ref, COALESCE(said.at, item.at) AS at, ${itemColumns}, COALESCE(said.unseen, false) AS "isNew"
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS (kind "InboxKind", ref text)) AS wanted
    LEFT JOIN LATERAL (
      SELECT * FROM inbox_item AS own WHERE (own.project_id, own.kind, own.ref) = (${project}, wanted.kind, wanted.ref) LIMIT 1
    ) AS item ON true
    LEFT JOIN LATERAL (
      SELECT max(at) AS at, bool_or(unseen) AS unseen FROM (${complaintsAbout(project, Prisma.sql`wanted.ref`)}) AS each
    ) AS said ON wanted.kind = 'answer'
    WHERE COALESCE(said.at, item.at) IS NOT NULL`;
  return rows.map(toItem);
}

/**
 * One item.
 * @throws Problem 404 if there is none.
 */
export async function findItem(projectId: string, item: InboxRef): Promise<InboxItem> {
  const [found] = await findItems(projectId, [item]);
  if (!found) throw new Problem("not_found", "There is no such item in the inbox.");
  return found;
}

/** Most events of a history that are read. */
const HISTORY_MAX = 200;

/** What was done to an item, the latest first. */
export async function readItemHistory(projectId: string, { kind, ref }: InboxRef): Promise<InboxEvent[]> {
  const rows = await db().inboxEvent.findMany({
    where: { projectId, kind, ref },
    select: { eventId: true, step: true, change: true, note: true, by: true, at: true },
    orderBy: { eventId: "desc" },
    take: HISTORY_MAX,
  });
  return rows.map(({ step, change, ...row }) => ({
    ...row,
    step: step as InboxStep,
    change: change as InboxEvent["change"],
  }));
}

/** The ID of the last thing that was done in a project's inbox; null if nothing was. */
export async function newestInboxEvent(projectId: string): Promise<string | null> {
  const last = await db().inboxEvent.findFirst({
    where: { projectId },
    orderBy: { eventId: "desc" },
    select: { eventId: true },
  });
  return last?.eventId ?? null;
}

/** The thumbs down of a period whose item was resolved after they were given, and how long that took. */
export interface ResolvedComplaints {
  thumbsDown: number;
  /** The median of the hours from each to the resolution; null if there is none. */
  medianHours: number | null;
}

/** The resolved thumbs down on answers of a period. The cost grows with the number of resolved items. */
export async function readResolved(projectId: string, window: AnswerWindow): Promise<ResolvedComplaints> {
  const project = Prisma.sql`${projectId}::uuid`;
  const [found] = await db().$queryRaw<{ count: number; hours: number | null }[]>`
    SELECT count(*)::float8 AS count, percentile_cont(0.5) WITHIN GROUP (
      ORDER BY extract(epoch FROM item.resolved_at - down.updated_at)::float8 / 3600) AS hours
    FROM inbox_item AS item
    CROSS JOIN LATERAL (
      SELECT answer.interaction_id FROM interactions AS answer
      WHERE (answer.project_id, answer.interaction_id) = (item.project_id, item.interaction_id)
        AND ${inWindow(window)} LIMIT 1
    ) AS answer
    CROSS JOIN LATERAL (
      SELECT * FROM feedback WHERE (project_id, interaction_id) = (${project}, answer.interaction_id) OFFSET 0
    ) AS down
    WHERE item.project_id = ${project} AND item.resolved_at IS NOT NULL AND ${ratedBadly} AND down.rating_type = 'binary'
      AND item.resolved_at >= down.updated_at AND ${notLeftOut(project, "down")}`;
  return { thumbsDown: found?.count ?? 0, medianHours: found?.hours ?? null };
}

/** How often a tag is used in a project, the most used first. */
export async function listTags(projectId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ tag: string }[]>`
    SELECT tag FROM (
      SELECT tags FROM inbox_item WHERE project_id = ${projectId}::uuid AND tags <> '{}' ORDER BY changed_at DESC LIMIT 2000
    ) AS tagged CROSS JOIN unnest(tags) AS tag GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 50`;
  return rows.map(({ tag }) => tag);
}
