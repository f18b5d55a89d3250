import { db } from "#lib/platform/db/client.ts";
import type { EventOrigin } from "../raters/index.ts";

/**
 * Deletes a rating, even one pending for its interaction, and marks its answer for recounting. Returns false
 * if there is none with this ID.
 */
export async function deleteFeedback(projectId: string, feedbackId: string): Promise<boolean> {
  const [gone] = await db().$queryRaw<{ count: number }[]>`
    WITH gone AS (
      DELETE FROM feedback WHERE project_id = ${projectId}::uuid AND feedback_id = ${feedbackId} RETURNING interaction_id
    ),
    marked AS (
      INSERT INTO metric_marks (project_id, minute)
      SELECT DISTINCT ${projectId}::uuid, date_trunc('minute', answered.created_at, 'UTC') FROM gone
      JOIN interactions AS answered ON answered.project_id = ${projectId}::uuid AND answered.interaction_id = gone.interaction_id
    ),
    searched AS (
      INSERT INTO search_marks (project_id, minute, interaction_id)
      SELECT ${projectId}::uuid, date_trunc('minute', now(), 'UTC'), interaction_id FROM gone
    ),
    awaited AS (
      DELETE FROM awaited_events
      WHERE (project_id, kind, event_id) = (${projectId}::uuid, 'feedback', ${feedbackId}) RETURNING 1
    )
    SELECT ((SELECT count(*) FROM gone) + (SELECT count(*) FROM awaited))::int AS count`;
  return (gone?.count ?? 0) > 0;
}

/** The interaction of a stored or pending rating, and its rater; null if there is no such rating. */
export async function findFeedback(projectId: string, feedbackId: string): Promise<EventOrigin | null> {
  const [found] = await db().$queryRaw<EventOrigin[]>`
    SELECT interaction_id AS "interactionId", rater FROM feedback
    WHERE (project_id, feedback_id) = (${projectId}::uuid, ${feedbackId})
    UNION ALL SELECT interaction_id, row->>'rater' FROM awaited_events
    WHERE (project_id, kind, event_id) = (${projectId}::uuid, 'feedback', ${feedbackId})`;
  return found ?? null;
}
