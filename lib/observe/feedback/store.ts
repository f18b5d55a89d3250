import { db, Prisma, type Transaction } from "#lib/platform/db/client";
import { retryConflicts } from "#lib/platform/db/retry-conflicts";
import { type InteractionRow, insertInteractions } from "../interactions/index.ts";
import type { FeedbackRow } from "./feedback-row.ts";

/** What became of one rating. */
export type StoredFeedback =
  | { outcome: "created" | "replaced" | "unchanged"; feedbackId: string; createdAt: Date }
  | { outcome: "interaction_missing" }
  | { outcome: "id_taken" };

interface Record {
  position: number;
  known: boolean;
  taken: boolean;
  inserted: boolean | null;
  feedbackId: string | null;
  createdAt: Date | null;
}

const recordset = Prisma.sql`position int, feedback_id text, interaction_id text, rater text, rating_type "RatingType",
  rating_value smallint, rating_categories text[], correction_text text, feedback_comment text, user_hash text,
  session_id text, metadata jsonb, created_at timestamptz`;

/**
 * Stores ratings, and the interactions that came inline with them, in one transaction. The answer has an outcome for
 * each rating in the order given; one that cannot be stored does not fail its neighbours.
 */
export function storeFeedback(
  projectId: string,
  interactions: readonly InteractionRow[],
  ratings: readonly FeedbackRow[],
): Promise<StoredFeedback[]> {
  const store = async (tx: Transaction) => {
    if (interactions.length > 0) await insertInteractions(tx, projectId, interactions);
    const outcomes: StoredFeedback[] = [];
    for (const round of roundsOfDistinct(ratings)) {
      for (const record of await upsertAll(tx, projectId, round))
        outcomes[record.position] = outcomeOf(record);
    }
    return outcomes;
  };
  const alone = interactions.length === 0 && ratings.length === 1;
  return retryConflicts(() => (alone ? store(db()) : db().$transaction(store, { timeout: 60_000 })));
}

type Positioned = FeedbackRow & { position: number };

/** One statement cannot replace the same rating twice: ratings of one rater on one answer go into successive rounds. */
function roundsOfDistinct(ratings: readonly FeedbackRow[]): Positioned[][] {
  const seen = new Map<string, number>();
  const rounds: Positioned[][] = [];
  ratings.forEach((rating, position) => {
    const keys = [
      `id ${rating.feedback_id}`,
      JSON.stringify([rating.interaction_id, rating.rater, rating.rating_type]),
    ];
    const round = Math.max(...keys.map((key) => seen.get(key) ?? 0));
    for (const key of keys) seen.set(key, round + 1);
    rounds[round] ??= [];
    rounds[round].push({ ...rating, position });
  });
  return rounds;
}

/** A rating that another request stores between our snapshot and our insert is found only by asking again. */
async function upsertAll(tx: Transaction, projectId: string, rows: readonly Positioned[]): Promise<Record[]> {
  const records: Record[] = [];
  for (let left = rows; left.length > 0; ) {
    const answered = (await upsert(tx, projectId, left)).filter(
      (row) => !row.known || row.taken || row.feedbackId,
    );
    records.push(...answered);
    const positions = new Set(answered.map((row) => row.position));
    left = left.filter((row) => !positions.has(row.position));
  }
  return records;
}

function upsert(tx: Transaction, projectId: string, rows: readonly Positioned[]): Promise<Record[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  return tx.$queryRaw<Record[]>`
    WITH given AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(${recordset})),
    known AS (
      SELECT given.*, answered.created_at AS answered_at FROM given
      JOIN interactions AS answered ON answered.project_id = ${project} AND answered.interaction_id = given.interaction_id
    ),
    taken AS (
      SELECT known.position FROM known
      JOIN feedback AS other ON other.project_id = ${project} AND other.feedback_id = known.feedback_id
      WHERE (other.interaction_id, other.rater, other.rating_type) <> (known.interaction_id, known.rater, known.rating_type)
    ),
    stored AS (
      INSERT INTO feedback AS f (project_id, feedback_id, interaction_id, rater, rating_type, rating_value,
        rating_categories, correction_text, feedback_comment, user_hash, session_id, metadata, created_at, updated_at)
      SELECT ${project}, feedback_id, interaction_id, rater, rating_type, rating_value,
        rating_categories, correction_text, feedback_comment, user_hash, session_id, metadata, created_at, created_at
      FROM known WHERE position NOT IN (SELECT position FROM taken)
      ORDER BY interaction_id, rater, rating_type
      ON CONFLICT (project_id, interaction_id, rater, rating_type) DO UPDATE SET
        rating_value = EXCLUDED.rating_value, rating_categories = EXCLUDED.rating_categories,
        correction_text = EXCLUDED.correction_text, feedback_comment = EXCLUDED.feedback_comment,
        metadata = EXCLUDED.metadata, updated_at = EXCLUDED.updated_at
      WHERE (f.rating_value, f.rating_categories, f.correction_text, f.feedback_comment, f.metadata)
        IS DISTINCT FROM (EXCLUDED.rating_value, EXCLUDED.rating_categories, EXCLUDED.correction_text,
          EXCLUDED.feedback_comment, EXCLUDED.metadata)
      RETURNING f.feedback_id, f.interaction_id, f.rater, f.rating_type, f.created_at, (f.xmax = 0) AS inserted
    ),
    marked AS (
      INSERT INTO metric_marks (project_id, hour)
      SELECT DISTINCT ${project}, date_trunc('hour', answered_at, 'UTC') FROM known
    )
    SELECT given.position, known.position IS NOT NULL AS known, taken.position IS NOT NULL AS taken, stored.inserted,
      COALESCE(stored.feedback_id, earlier.feedback_id) AS "feedbackId",
      COALESCE(stored.created_at, earlier.created_at) AS "createdAt"
    FROM given
    LEFT JOIN known USING (position)
    LEFT JOIN taken USING (position)
    LEFT JOIN stored ON (stored.interaction_id, stored.rater, stored.rating_type)
      = (given.interaction_id, given.rater, given.rating_type)
    LEFT JOIN feedback AS earlier ON earlier.project_id = ${project}
      AND (earlier.interaction_id, earlier.rater, earlier.rating_type) = (given.interaction_id, given.rater, given.rating_type)`;
}

function outcomeOf({ known, taken, inserted, feedbackId, createdAt }: Record): StoredFeedback {
  if (!known) return { outcome: "interaction_missing" };
  if (taken || feedbackId === null || createdAt === null) return { outcome: "id_taken" };
  if (inserted === null) return { outcome: "unchanged", feedbackId, createdAt };
  return { outcome: inserted ? "created" : "replaced", feedbackId, createdAt };
}

/** Takes a rating back and marks the hour of its answer to be counted again; false when there is none of this id. */
export async function deleteFeedback(projectId: string, feedbackId: string): Promise<boolean> {
  const [gone] = await db().$queryRaw<{ count: number }[]>`
    WITH gone AS (
      DELETE FROM feedback WHERE project_id = ${projectId}::uuid AND feedback_id = ${feedbackId} RETURNING interaction_id
    ),
    marked AS (
      INSERT INTO metric_marks (project_id, hour)
      SELECT DISTINCT ${projectId}::uuid, date_trunc('hour', answered.created_at, 'UTC') FROM gone
      JOIN interactions AS answered ON answered.project_id = ${projectId}::uuid AND answered.interaction_id = gone.interaction_id
    )
    SELECT count(*)::int AS count FROM gone`;
  return (gone?.count ?? 0) > 0;
}

/** The interaction that a rating is of; null when there is no such rating. */
export async function interactionOfFeedback(projectId: string, feedbackId: string): Promise<string | null> {
  const row = await db().feedback.findUnique({
    where: { projectId_feedbackId: { projectId, feedbackId } },
    select: { interactionId: true },
  });
  return row?.interactionId ?? null;
}
