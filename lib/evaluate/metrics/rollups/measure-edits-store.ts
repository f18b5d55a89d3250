import { db, type Transaction } from "#lib/platform/db/client";
import { measureEdit } from "./edit-measure.ts";

/** Most corrections that are compared at once. */
const AT_ONCE = 200;

interface Correction {
  feedbackId: string;
  answeredAt: Date;
  answer: string;
  correction: string;
}

/** Compares each correction of the answers of these minutes with its answer, unless that was done. */
export async function measureEdits(projectId: string, minutes: readonly Date[]): Promise<void> {
  for (;;) {
    const found = await unmeasured(db(), projectId, minutes);
    if (found.length > 0) await writeMeasures(projectId, found);
    if (found.length < AT_ONCE) return;
  }
}

/** Those of these minutes in which corrections wait to be compared. */
export async function unmeasuredMinutes(
  tx: Transaction,
  projectId: string,
  minutes: readonly Date[],
): Promise<Date[]> {
  const found = await unmeasured(tx, projectId, minutes);
  return found.map(({ answeredAt }) => answeredAt);
}

const unmeasured = (tx: Transaction, projectId: string, minutes: readonly Date[]) =>
  tx.$queryRaw<Correction[]>`
    SELECT rating.feedback_id AS "feedbackId", date_trunc('minute', answer.created_at, 'UTC') AS "answeredAt",
      answer.response_text AS answer, rating.correction_text AS correction
    FROM unnest(${minutes.map((minute) => minute.toISOString())}::text[]::timestamptz[]) AS due (minute)
    CROSS JOIN LATERAL (
      SELECT interaction_id, created_at, response_text FROM interactions WHERE project_id = ${projectId}::uuid
        AND created_at >= due.minute AND created_at < due.minute + interval '1 minute' OFFSET 0
    ) AS answer
    CROSS JOIN LATERAL (
      SELECT feedback_id, correction_text FROM feedback
      WHERE project_id = ${projectId}::uuid AND feedback.interaction_id = answer.interaction_id
        AND rating_type = 'correction' AND edit_distance IS NULL AND correction_text IS NOT NULL OFFSET 0
    ) AS rating
    LIMIT ${AT_ONCE}::int`;

/** A correction that was replaced meanwhile has marked its minute again, and is compared then. */
async function writeMeasures(projectId: string, found: readonly Correction[]): Promise<void> {
  const rows = found.map(({ feedbackId, answer, correction }) => ({
    feedback_id: feedbackId,
    correction_text: correction,
    ...measureEdit(answer, correction),
  }));
  await db().$executeRaw`
    UPDATE feedback AS f SET edit_distance = measured.distance, edit_kept = measured.kept
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS measured (feedback_id text, correction_text text, distance int, kept float8)
    WHERE f.project_id = ${projectId}::uuid AND f.feedback_id = measured.feedback_id
      AND f.correction_text = measured.correction_text`;
}
