import { db } from "#lib/platform/db/client";
import { measureEdit } from "./edit-measure.ts";

/** Most corrections that are compared at once. */
const AT_ONCE = 200;

interface Correction {
  feedbackId: string;
  answer: string;
  correction: string;
}

/**
 * Compares each correction of a project with its answer, unless that was done, and marks the minutes of those answers:
 * what was counted of them while they were not compared is counted again.
 */
export async function measureEdits(projectId: string): Promise<void> {
  for (;;) {
    const found = await unmeasured(projectId);
    if (found.length > 0) await writeMeasures(projectId, found);
    if (found.length < AT_ONCE) return;
  }
}

/**
 * Compares all corrections of a project again, whether or not that was done: as after a change of how they are compared.
 * What was written of one stands until then.
 */
export async function compareAgain(projectId: string): Promise<void> {
  for (let after = ""; ; ) {
    const found = await corrections(projectId, after);
    if (found.length > 0) await writeMeasures(projectId, found);
    if (found.length < AT_ONCE) return;
    after = found.at(-1)?.feedbackId ?? after;
  }
}

/**
 * The conditions are those of feedback_uncompared_idx, which holds nothing else: found at once, whatever the planner
 * knows. LIMIT 1 keeps it from turning the look up of each answer into a walk over all of them.
 */
const unmeasured = (projectId: string) =>
  db().$queryRaw<Correction[]>`
    WITH waiting AS MATERIALIZED (
      SELECT feedback_id, interaction_id, correction_text FROM feedback WHERE project_id = ${projectId}::uuid
        AND rating_type = 'correction' AND edit_distance IS NULL AND correction_text IS NOT NULL
      LIMIT ${AT_ONCE}::int
    )
    SELECT waiting.feedback_id AS "feedbackId", answered.response_text AS answer, waiting.correction_text AS correction
    FROM waiting CROSS JOIN LATERAL (
      SELECT i.response_text FROM interactions AS i
      WHERE (i.project_id, i.interaction_id) = (${projectId}::uuid, waiting.interaction_id) LIMIT 1
    ) AS answered`;

/** The next corrections after one, in the order of their ids. */
const corrections = (projectId: string, after: string) =>
  db().$queryRaw<Correction[]>`
    WITH next AS MATERIALIZED (
      SELECT feedback_id, interaction_id, correction_text FROM feedback
      WHERE project_id = ${projectId}::uuid AND feedback_id > ${after}
        AND rating_type = 'correction' AND correction_text IS NOT NULL
      ORDER BY feedback_id LIMIT ${AT_ONCE}::int
    )
    SELECT next.feedback_id AS "feedbackId", answered.response_text AS answer, next.correction_text AS correction
    FROM next CROSS JOIN LATERAL (
      SELECT i.response_text FROM interactions AS i
      WHERE (i.project_id, i.interaction_id) = (${projectId}::uuid, next.interaction_id) LIMIT 1
    ) AS answered ORDER BY next.feedback_id`;

/**
 * One that was replaced meanwhile is compared in the next round. Rows are locked in the order in which ratings are
 * stored, so that neither waits for the other in a circle, and are found by a list: a join would be planned by what the
 * planner knows.
 */
async function writeMeasures(projectId: string, found: readonly Correction[]): Promise<void> {
  const byId = Object.fromEntries(
    found.map(({ feedbackId, answer, correction }) => [
      feedbackId,
      { correction, ...measureEdit(answer, correction) },
    ]),
  );
  await db().$executeRaw`
    WITH measures AS MATERIALIZED (SELECT ${JSON.stringify(byId)}::jsonb AS by_id),
    locked AS (
      SELECT feedback_id FROM feedback
      WHERE project_id = ${projectId}::uuid AND feedback_id = ANY(${Object.keys(byId)})
      ORDER BY interaction_id, rater, rating_type FOR UPDATE
    ),
    measured AS (
      UPDATE feedback AS f SET edit_distance = (by_id -> f.feedback_id ->> 'distance')::int,
        edit_kept = (by_id -> f.feedback_id ->> 'kept')::float8
      FROM measures
      WHERE f.project_id = ${projectId}::uuid AND f.feedback_id = ANY(ARRAY(SELECT feedback_id FROM locked))
        AND f.correction_text = by_id -> f.feedback_id ->> 'correction'
        AND (f.edit_distance, f.edit_kept)
          IS DISTINCT FROM ((by_id -> f.feedback_id ->> 'distance')::int, (by_id -> f.feedback_id ->> 'kept')::float8)
      RETURNING f.interaction_id
    )
    INSERT INTO metric_marks (project_id, minute)
    SELECT DISTINCT ${projectId}::uuid, date_trunc('minute', answered.created_at, 'UTC')
    FROM measured CROSS JOIN LATERAL (
      SELECT i.created_at FROM interactions AS i
      WHERE (i.project_id, i.interaction_id) = (${projectId}::uuid, measured.interaction_id) LIMIT 1
    ) AS answered`;
}
