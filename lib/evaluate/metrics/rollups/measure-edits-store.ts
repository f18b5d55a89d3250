import type { ComparedEdit } from "#lib/evaluate/edits/index.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { planned } from "#lib/platform/db/planned.ts";
import { compareEdits } from "./compare-edits-store.ts";

/** Maximum corrections to read at once, and maximum bytes with their answers; at least one is read. */
const AT_ONCE = { corrections: 200, bytes: 1_000_000 };

interface Correction {
  feedbackId: string;
  createdAt: Date;
  answer: string;
  correction: string;
  /** Detects whether the correction changed after it was read. */
  hash: string;
  /** The result of the previous comparison. */
  distance: number | null;
  kept: number | null;
  kinds: string[];
  tooLarge: boolean;
}

/**
 * Compares new corrections of a project with their answers, and marks the minutes of those answers to be recounted.
 * Corrections too large to compare are marked and not retried. Neither rows nor a connection are held during
 * comparisons.
 * @param patienceMs how long it may take; the rest is left to the next call.
 */
export async function measureEdits(projectId: string, patienceMs = Number.POSITIVE_INFINITY): Promise<void> {
  const end = performance.now() + patienceMs;
  while (await isWaiting(projectId)) {
    const all = await compare(projectId, await readCorrections(projectId, UNMEASURED), end);
    if (!all) return;
  }
}

/**
 * Compares all corrections of a project again, as after a change of the comparison. Earlier results stay until they are
 * replaced.
 */
export async function compareAgain(
  projectId: string,
  onCompared: (corrections: number) => void,
): Promise<void> {
  let found: Correction[] = [];
  let [at, id] = ["infinity", ""];
  do {
    // In the order of feedback_corrections_idx, a partial index on corrections.
    const next = Prisma.sql`(created_at, feedback_id) < (${at}::text::timestamptz, ${id})
      ORDER BY created_at DESC, feedback_id DESC`;
    found = await readCorrections(projectId, next);
    await compare(projectId, found, Number.POSITIVE_INFINITY);
    const last = found.at(-1);
    if (last) [at, id] = [last.createdAt.toISOString(), last.feedbackId];
    onCompared(found.length);
  } while (found.length > 0);
}

/** Together with the conditions of a correction, those of the partial index feedback_uncompared_idx. */
const UNMEASURED = Prisma.sql`edit_distance IS NULL AND NOT edit_too_large`;

const CORRECTIONS = Prisma.sql`rating_type = 'correction' AND correction_text IS NOT NULL`;

/** Whether corrections are waiting to be compared. */
async function isWaiting(projectId: string): Promise<boolean> {
  const found = await db().$queryRaw<unknown[]>`
    SELECT FROM feedback WHERE project_id = ${projectId}::uuid AND ${CORRECTIONS} AND ${UNMEASURED} LIMIT 1`;
  return found.length > 0;
}

/**
 * The first corrections that a condition names, which may give their order; the newest first. octet_length reads no
 * text, so that only what is compared at once is fetched.
 */
const readCorrections = (projectId: string, condition: Prisma.Sql): Promise<Correction[]> =>
  planned(
    (tx) => tx.$queryRaw<Correction[]>`
    WITH found AS MATERIALIZED (
      SELECT feedback_id, interaction_id, created_at, edit_distance, edit_kept, edit_kinds, edit_too_large,
        octet_length(correction_text) AS bytes
      FROM feedback WHERE project_id = ${projectId}::uuid AND ${CORRECTIONS} AND ${condition}
      LIMIT ${AT_ONCE.corrections}::int
    ),
    sized AS MATERIALIZED (
      SELECT found.*, row_number() OVER newest AS place, sum(found.bytes + answered.bytes) OVER newest AS so_far
      FROM found CROSS JOIN LATERAL (
        SELECT octet_length(i.response_text) AS bytes FROM interactions AS i
        WHERE (i.project_id, i.interaction_id) = (${projectId}::uuid, found.interaction_id) LIMIT 1
      ) AS answered
      WINDOW newest AS (ORDER BY found.created_at DESC, found.feedback_id DESC ROWS UNBOUNDED PRECEDING)
    )
    SELECT few.feedback_id AS "feedbackId", few.created_at AS "createdAt", answered.response_text AS answer,
      said.correction_text AS correction, md5(said.correction_text) AS hash, few.edit_distance AS distance,
      few.edit_kept AS kept, few.edit_kinds AS kinds, few.edit_too_large AS "tooLarge"
    FROM sized AS few CROSS JOIN LATERAL (
      SELECT i.response_text FROM interactions AS i
      WHERE (i.project_id, i.interaction_id) = (${projectId}::uuid, few.interaction_id) LIMIT 1
    ) AS answered CROSS JOIN LATERAL (
      SELECT f.correction_text FROM feedback AS f
      WHERE (f.project_id, f.feedback_id) = (${projectId}::uuid, few.feedback_id)
        AND f.correction_text IS NOT NULL LIMIT 1
    ) AS said
    WHERE few.place = 1 OR few.so_far <= ${AT_ONCE.bytes}::int ORDER BY few.place`,
  );

/** Compares corrections and stores the results. @returns whether all were compared. */
async function compare(projectId: string, found: readonly Correction[], end: number): Promise<boolean> {
  const compared = await compareEdits(found, end);
  const news = found.flatMap((correction, index) => newsOf(correction, compared[index] ?? null));
  await writeMeasures(projectId, Object.fromEntries(news));
  return !compared.includes(null);
}

/** The result to store for a correction, by id; nothing if unchanged. */
function newsOf({ feedbackId, hash, ...before }: Correction, edit: ComparedEdit | null) {
  if (!edit) return [];
  const { distance, kept, kinds } = edit;
  const tooLarge = distance === null;
  const isSame =
    before.distance === distance &&
    before.kept === kept &&
    before.kinds.join() === kinds.join() &&
    before.tooLarge === tooLarge;
  return isSame ? [] : [[feedbackId, { hash, kinds, distance, kept, too_large: tooLarge }] as const];
}

/**
 * Writes what the comparison says otherwise than before. One that was replaced meanwhile is compared in the next round.
 * Rows are locked in the order in which ratings are stored, so that neither waits for the other in a circle: by a ROW,
 * which no index has, or the planner would read all ratings in the order of one.
 */
async function writeMeasures(projectId: string, byId: Record<string, object>): Promise<void> {
  if (Object.keys(byId).length === 0) return;
  await planned(
    (tx) => tx.$executeRaw`
    WITH locked AS MATERIALIZED (
      SELECT feedback_id FROM feedback
      WHERE project_id = ${projectId}::uuid AND feedback_id = ANY(${Object.keys(byId)})
      ORDER BY ROW(interaction_id, rater, rating_type) FOR UPDATE
    ),
    edits AS MATERIALIZED (
      SELECT locked.feedback_id, edit.* FROM (SELECT ${JSON.stringify(byId)}::jsonb AS by_id) AS given
      CROSS JOIN locked CROSS JOIN LATERAL jsonb_to_record(by_id -> locked.feedback_id)
        AS edit (hash text, distance int, kept float8, kinds text[], too_large boolean)
    ),
    measured AS (
      UPDATE feedback AS f SET edit_distance = edits.distance, edit_kept = edits.kept, edit_kinds = edits.kinds,
        edit_too_large = edits.too_large
      FROM edits
      WHERE f.project_id = ${projectId}::uuid AND f.feedback_id = edits.feedback_id
        AND md5(f.correction_text) = edits.hash
        AND (f.edit_distance, f.edit_kept, f.edit_kinds, f.edit_too_large)
          IS DISTINCT FROM (edits.distance, edits.kept, edits.kinds, edits.too_large)
      RETURNING f.interaction_id
    )
    INSERT INTO metric_marks (project_id, minute)
    SELECT DISTINCT ${projectId}::uuid, date_trunc('minute', answered.created_at, 'UTC')
    FROM measured CROSS JOIN LATERAL (
      SELECT i.created_at FROM interactions AS i
      WHERE (i.project_id, i.interaction_id) = (${projectId}::uuid, measured.interaction_id) LIMIT 1
    ) AS answered`,
  );
}
