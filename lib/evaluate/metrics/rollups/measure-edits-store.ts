import { db, Prisma, type Transaction } from "#lib/platform/db/client";
import { editKinds } from "./edit-kinds.ts";
import { measureEdit } from "./edit-measure.ts";
import { planned } from "./planned-store.ts";

/** Most corrections that are compared at once. */
const AT_ONCE = 200;

interface Correction {
  feedbackId: string;
  createdAt: Date;
  answer: string;
  correction: string;
  /** What was written when it was compared before. */
  distance: number | null;
  kept: number | null;
  kinds: string[];
}

/**
 * Compares each correction of a project with its answer, unless that was done, and marks the minutes of those answers:
 * what was counted of them while they were not compared is counted again.
 */
export async function measureEdits(projectId: string): Promise<void> {
  while (await isWaiting(projectId)) {
    await planned(async (tx) =>
      writeMeasures(tx, projectId, await readCorrections(tx, projectId, UNMEASURED)),
    );
  }
}

/**
 * Compares all corrections of a project again, whether or not that was done: as after a change of how they are compared.
 * What was written of one stands until then.
 */
export async function compareAgain(
  projectId: string,
  onCompared: (corrections: number) => void,
): Promise<void> {
  let found: Correction[] = [];
  let [at, id] = ["infinity", ""];
  do {
    // In the order of feedback_corrections_idx, which holds nothing else.
    const next = Prisma.sql`(created_at, feedback_id) < (${at}::text::timestamptz, ${id})
      ORDER BY created_at DESC, feedback_id DESC`;
    found = await planned(async (tx) => {
      const corrections = await readCorrections(tx, projectId, next);
      await writeMeasures(tx, projectId, corrections);
      return corrections;
    });
    const last = found.at(-1);
    if (last) [at, id] = [last.createdAt.toISOString(), last.feedbackId];
    onCompared(found.length);
  } while (found.length === AT_ONCE);
}

/** With those of a correction, the conditions of feedback_uncompared_idx, which holds nothing else. */
const UNMEASURED = Prisma.sql`edit_distance IS NULL`;

const CORRECTIONS = Prisma.sql`rating_type = 'correction' AND correction_text IS NOT NULL`;

/** Whether corrections wait to be compared. */
async function isWaiting(projectId: string): Promise<boolean> {
  const found = await db().$queryRaw<unknown[]>`
    SELECT FROM feedback WHERE project_id = ${projectId}::uuid AND ${CORRECTIONS} AND ${UNMEASURED} LIMIT 1`;
  return found.length > 0;
}

/** The first corrections that a condition names, which may give their order; the newest first. */
const readCorrections = (tx: Transaction, projectId: string, condition: Prisma.Sql) =>
  tx.$queryRaw<Correction[]>`
    WITH found AS MATERIALIZED (
      SELECT feedback_id, interaction_id, created_at, correction_text, edit_distance, edit_kept, edit_kinds FROM feedback
      WHERE project_id = ${projectId}::uuid AND ${CORRECTIONS} AND ${condition}
      LIMIT ${AT_ONCE}::int
    )
    SELECT found.feedback_id AS "feedbackId", found.created_at AS "createdAt", answered.response_text AS answer, found.correction_text AS correction,
      found.edit_distance AS distance, found.edit_kept AS kept, found.edit_kinds AS kinds
    FROM found CROSS JOIN LATERAL (
      SELECT i.response_text FROM interactions AS i
      WHERE (i.project_id, i.interaction_id) = (${projectId}::uuid, found.interaction_id) LIMIT 1
    ) AS answered ORDER BY found.created_at DESC, found.feedback_id DESC`;

/**
 * Writes what the comparison says otherwise than before. One that was replaced meanwhile is compared in the next round. Rows are locked in the order in which ratings are
 * stored, so that neither waits for the other in a circle: by a ROW, which no index has, or the planner would read all
 * ratings in the order of one.
 */
async function writeMeasures(
  tx: Transaction,
  projectId: string,
  found: readonly Correction[],
): Promise<void> {
  const byId = Object.fromEntries(found.flatMap(measureAnew));
  if (Object.keys(byId).length === 0) return;
  await tx.$executeRaw`
    WITH locked AS MATERIALIZED (
      SELECT feedback_id FROM feedback
      WHERE project_id = ${projectId}::uuid AND feedback_id = ANY(${Object.keys(byId)})
      ORDER BY ROW(interaction_id, rater, rating_type) FOR UPDATE
    ),
    edits AS MATERIALIZED (
      SELECT locked.feedback_id, edit.* FROM (SELECT ${JSON.stringify(byId)}::jsonb AS by_id) AS given
      CROSS JOIN locked CROSS JOIN LATERAL jsonb_to_record(by_id -> locked.feedback_id)
        AS edit (correction text, distance int, kept float8, kinds text[])
    ),
    measured AS (
      UPDATE feedback AS f SET edit_distance = edits.distance, edit_kept = edits.kept, edit_kinds = edits.kinds
      FROM edits
      WHERE f.project_id = ${projectId}::uuid AND f.feedback_id = edits.feedback_id
        AND f.correction_text = edits.correction
        AND (f.edit_distance, f.edit_kept, f.edit_kinds) IS DISTINCT FROM (edits.distance, edits.kept, edits.kinds)
      RETURNING f.interaction_id
    )
    INSERT INTO metric_marks (project_id, minute)
    SELECT DISTINCT ${projectId}::uuid, date_trunc('minute', answered.created_at, 'UTC')
    FROM measured CROSS JOIN LATERAL (
      SELECT i.created_at FROM interactions AS i
      WHERE (i.project_id, i.interaction_id) = (${projectId}::uuid, measured.interaction_id) LIMIT 1
    ) AS answered`;
}

/** What is to be written of a correction, by its id; nothing where the same was written before. */
function measureAnew({ feedbackId, answer, correction, ...before }: Correction) {
  const { distance, kept } = measureEdit(answer, correction);
  const kinds = editKinds(answer, correction);
  const isSame = before.distance === distance && before.kept === kept && before.kinds.join() === kinds.join();
  return isSame ? [] : [[feedbackId, { correction, kinds, distance, kept }] as const];
}
