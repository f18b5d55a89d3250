import type { InboxRef } from "#lib/domain/inbox.ts";
import type { ProblemState } from "#lib/domain/problem-lifecycle.ts";
import { db } from "#lib/platform/db/client.ts";

/** Most items that come back, or are given back, in one go. */
const AT_ONCE = 200;

/** Projects with items that waited long enough, whose assignee is no member any more, or whose problem changed. */
export async function projectsWithDueItems(at: Date): Promise<string[]> {
  const rows = await db().$queryRaw<{ projectId: string }[]>`
    SELECT DISTINCT project_id AS "projectId" FROM inbox_item
    WHERE state = 'waiting' AND waiting_until IS NOT NULL AND waiting_until <= ${at.toISOString()}::text::timestamptz
    UNION
    SELECT item.project_id FROM (
      SELECT DISTINCT project_id, assignee FROM inbox_item WHERE assignee IS NOT NULL AND state IN ('assigned', 'waiting')
    ) AS item JOIN projects AS project USING (project_id)
    LEFT JOIN members AS member ON (member.organization_id, member.user_id) = (project.organization_id, item.assignee)
    WHERE member.user_id IS NULL
    UNION
    SELECT problem.project_id FROM problem CROSS JOIN LATERAL (
      SELECT step.at FROM problem_step AS step
      WHERE (step.project_id, step.problem_id) = (problem.project_id, problem.problem_id) ORDER BY step.step_id DESC LIMIT 1
    ) AS last
    LEFT JOIN inbox_item AS item ON (item.project_id, item.problem_id) = (problem.project_id, problem.problem_id)
    WHERE CASE WHEN item.ref IS NULL THEN problem.state IN ('open', 'regressed') ELSE last.at > item.at END`;
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

/** Makes items of problems that are open, or worse again after a fix, and have none yet. */
export async function takeInProblems(projectId: string, at: Date): Promise<void> {
  await db().$executeRaw`
    INSERT INTO inbox_item (project_id, kind, ref, problem_id, state, at, changed_at)
    SELECT problem.project_id, 'problem', problem.problem_id::text, problem.problem_id, 'unread', last.at,
      ${at.toISOString()}::text::timestamptz
    FROM problem CROSS JOIN LATERAL (
      SELECT step.at FROM problem_step AS step
      WHERE (step.project_id, step.problem_id) = (problem.project_id, problem.problem_id) ORDER BY step.step_id DESC LIMIT 1
    ) AS last
    WHERE problem.project_id = ${projectId}::uuid AND problem.state IN ('open', 'regressed')
    ORDER BY problem.problem_id
    ON CONFLICT (project_id, kind, ref) DO NOTHING`;
}

/** Items of a project whose problem changed since, with the state that it is in now. */
export function changedProblems(projectId: string): Promise<(InboxRef & { state: ProblemState })[]> {
  return db().$queryRaw<(InboxRef & { state: ProblemState })[]>`
    SELECT item.kind, item.ref, problem.state FROM inbox_item AS item
    JOIN problem ON (problem.project_id, problem.problem_id) = (item.project_id, item.problem_id)
    CROSS JOIN LATERAL (
      SELECT step.at FROM problem_step AS step
      WHERE (step.project_id, step.problem_id) = (problem.project_id, problem.problem_id) ORDER BY step.step_id DESC LIMIT 1
    ) AS last
    WHERE item.project_id = ${projectId}::uuid AND last.at > item.at
    ORDER BY item.ref LIMIT ${AT_ONCE}::int`;
}
