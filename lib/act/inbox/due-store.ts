import type { InboxRef } from "#lib/domain/inbox.ts";
import { db } from "#lib/platform/db/client.ts";

/** Most items that come back, or are given back, in one go. */
const AT_ONCE = 200;

/** Projects with items that waited long enough, or whose assignee is no member any more. */
export async function projectsWithDueItems(at: Date): Promise<string[]> {
  const rows = await db().$queryRaw<{ projectId: string }[]>`
    SELECT DISTINCT project_id AS "projectId" FROM inbox_item
    WHERE state = 'waiting' AND waiting_until IS NOT NULL AND waiting_until <= ${at.toISOString()}::text::timestamptz
    UNION
    SELECT item.project_id FROM (
      SELECT DISTINCT project_id, assignee FROM inbox_item WHERE assignee IS NOT NULL AND state IN ('assigned', 'waiting')
    ) AS item JOIN projects AS project USING (project_id)
    LEFT JOIN members AS member ON (member.organization_id, member.user_id) = (project.organization_id, item.assignee)
    WHERE member.user_id IS NULL`;
  return rows.map(({ projectId }) => projectId);
}

/** Items of a project that waited long enough. */
export function dueItems(projectId: string, at: Date): Promise<InboxRef[]> {
  return db().$queryRaw<InboxRef[]>`
    SELECT kind, ref FROM inbox_item
    WHERE project_id = ${projectId}::uuid AND state = 'waiting' AND waiting_until IS NOT NULL
      AND waiting_until <= ${at.toISOString()}::text::timestamptz
    ORDER BY waiting_until LIMIT ${AT_ONCE}::int`;
}

/** Items of a project whose assignee is no member any more. */
export function abandonedItems(projectId: string): Promise<InboxRef[]> {
  return db().$queryRaw<InboxRef[]>`
    SELECT item.kind, item.ref FROM inbox_item AS item JOIN projects AS project USING (project_id)
    LEFT JOIN members AS member ON (member.organization_id, member.user_id) = (project.organization_id, item.assignee)
    WHERE item.project_id = ${projectId}::uuid AND item.assignee IS NOT NULL AND item.state IN ('assigned', 'waiting')
      AND member.user_id IS NULL
    ORDER BY item.kind, item.ref LIMIT ${AT_ONCE}::int`;
}
