import { db, Prisma, type Transaction } from "#lib/platform/db/client";
import { settleAll } from "#lib/platform/db/settle-all";
import type { FeedbackRow } from "./feedback-row.ts";

/** What became of one rating. A retry is answered as the submission that it repeats; history gives way to what came after. */
export type StoredFeedback =
  | { outcome: "created" | "replaced" | "unchanged" | "superseded"; feedbackId: string; createdAt: Date }
  | { outcome: "repeated"; feedbackId: string; createdAt: Date; created: boolean }
  | { outcome: "interaction_missing" }
  | { outcome: "id_reused" };

interface Upserted {
  position: number;
  known: boolean;
  taken: boolean;
  superseded: boolean;
  inserted: boolean | null;
  feedbackId: string | null;
  createdAt: Date | null;
  /** Of the submission under the same client-made id, if there was one. */
  same: boolean | null;
  firstCreated: boolean | null;
}

const recordset = Prisma.sql`project_id uuid, feedback_id text, interaction_id text, rater text,
  rating_type "RatingType", rating_value smallint, rating_categories text[], correction_text text,
  feedback_comment text, user_hash text, session_id text, metadata jsonb, created_at timestamptz, dated boolean,
  submission_id text, fingerprint text`;

const fields = Prisma.sql`project_id, feedback_id, interaction_id, rater, rating_type, rating_value,
  rating_categories, correction_text, feedback_comment, user_hash, session_id, metadata, created_at, dated,
  submission_id, fingerprint`;

/**
 * Stores ratings of any projects. Answers for each, in the order given; one that cannot be stored does not fail its
 * neighbours.
 */
export async function upsertFeedback(
  tx: Transaction,
  ratings: readonly FeedbackRow[],
): Promise<StoredFeedback[]> {
  const outcomes: StoredFeedback[] = [];
  for (const round of roundsOfDistinct(ratings)) {
    const stored = await settleAll(
      round.map(({ rating }) => rating),
      (left) => upsert(tx, left),
    );
    round.forEach(({ index }, position) => {
      outcomes[index] = stored[position] as StoredFeedback;
    });
  }
  return outcomes;
}

interface Placed {
  rating: FeedbackRow;
  index: number;
}

/** One statement cannot replace the same rating twice: ratings of one rater on one answer go into successive rounds. */
function roundsOfDistinct(ratings: readonly FeedbackRow[]): Placed[][] {
  const seen = new Map<string, number>();
  const rounds: Placed[][] = [];
  ratings.forEach((rating, index) => {
    const { project_id, feedback_id, interaction_id, rater, rating_type } = rating;
    const keys = [
      JSON.stringify([project_id, feedback_id]),
      JSON.stringify([project_id, interaction_id, rater, rating_type]),
    ];
    const round = Math.max(...keys.map((key) => seen.get(key) ?? 0));
    for (const key of keys) seen.set(key, round + 1);
    rounds[round] ??= [];
    rounds[round].push({ rating, index });
  });
  return rounds;
}

/**
 * One round. Rows are looked up by their keys (LIMIT 1 keeps the planner from joining): a plan that was made while a
 * table was small would read all of it.
 */
async function upsert(
  tx: Transaction,
  rows: readonly FeedbackRow[],
): Promise<[position: number, outcome: StoredFeedback][]> {
  const settled = await tx.$queryRaw<Upserted[]>`
    /* prepared: upsert_feedback */ WITH given AS (
      SELECT * FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS (${recordset}))
        WITH ORDINALITY AS r(${fields}, position)
    ),
    known AS (
      SELECT given.*, answered.created_at AS answered_at FROM given CROSS JOIN LATERAL (
        SELECT i.created_at FROM interactions AS i
        WHERE (i.project_id, i.interaction_id) = (given.project_id, given.interaction_id) LIMIT 1
      ) AS answered
    ),
    seen AS (
      SELECT given.position, first.feedback_id, first.created, first.created_at,
        first.fingerprint = decode(given.fingerprint, 'hex') AS same
      FROM given CROSS JOIN LATERAL (
        SELECT s.* FROM feedback_submissions AS s
        WHERE (s.project_id, s.submission_id) = (given.project_id, given.submission_id) LIMIT 1
      ) AS first
    ),
    taken AS (
      SELECT known.position FROM known CROSS JOIN LATERAL (
        SELECT f.interaction_id, f.rater, f.rating_type FROM feedback AS f
        WHERE (f.project_id, f.feedback_id) = (known.project_id, known.feedback_id) LIMIT 1
      ) AS other
      WHERE (other.interaction_id, other.rater, other.rating_type) <> (known.interaction_id, known.rater, known.rating_type)
    ),
    earlier AS (
      SELECT known.position, f.feedback_id, f.created_at, known.dated AND known.created_at < f.updated_at AS newer
      FROM known CROSS JOIN LATERAL (
        SELECT f.feedback_id, f.created_at, f.updated_at FROM feedback AS f
        WHERE (f.project_id, f.interaction_id, f.rater, f.rating_type)
          = (known.project_id, known.interaction_id, known.rater, known.rating_type) LIMIT 1
      ) AS f
    ),
    stored AS (
      INSERT INTO feedback AS f (project_id, feedback_id, interaction_id, rater, rating_type, rating_value,
        rating_categories, correction_text, feedback_comment, user_hash, session_id, metadata, created_at, updated_at)
      SELECT project_id, feedback_id, interaction_id, rater, rating_type, rating_value,
        rating_categories, correction_text, feedback_comment, user_hash, session_id, metadata, created_at, created_at
      FROM known WHERE position NOT IN
        (SELECT position FROM seen UNION SELECT position FROM taken UNION SELECT position FROM earlier WHERE newer)
      ORDER BY project_id, interaction_id, rater, rating_type
      ON CONFLICT (project_id, interaction_id, rater, rating_type) DO UPDATE SET
        rating_value = EXCLUDED.rating_value, rating_categories = EXCLUDED.rating_categories,
        correction_text = EXCLUDED.correction_text, feedback_comment = EXCLUDED.feedback_comment,
        metadata = EXCLUDED.metadata, updated_at = EXCLUDED.updated_at,
        edit_distance = CASE WHEN f.correction_text = EXCLUDED.correction_text THEN f.edit_distance END,
        edit_kept = CASE WHEN f.correction_text = EXCLUDED.correction_text THEN f.edit_kept END,
        edit_kinds = CASE WHEN f.correction_text = EXCLUDED.correction_text THEN f.edit_kinds ELSE '{}' END
      WHERE (f.rating_value, f.rating_categories, f.correction_text, f.feedback_comment, f.metadata)
        IS DISTINCT FROM (EXCLUDED.rating_value, EXCLUDED.rating_categories, EXCLUDED.correction_text,
          EXCLUDED.feedback_comment, EXCLUDED.metadata)
      RETURNING f.project_id, f.feedback_id, f.interaction_id, f.rater, f.rating_type, f.created_at, (f.xmax = 0) AS inserted
    ),
    settled AS (
      SELECT known.position, known.project_id, known.interaction_id, known.submission_id, known.fingerprint,
        known.answered_at, stored.inserted,
        COALESCE(stored.feedback_id, earlier.feedback_id) AS feedback_id,
        COALESCE(stored.created_at, earlier.created_at) AS created_at
      FROM known
      LEFT JOIN stored USING (project_id, interaction_id, rater, rating_type)
      LEFT JOIN earlier USING (position)
    ),
    submitted AS (
      INSERT INTO feedback_submissions (project_id, submission_id, fingerprint, feedback_id, created, created_at)
      SELECT project_id, submission_id, decode(fingerprint, 'hex'), feedback_id, COALESCE(inserted, false), created_at
      FROM settled WHERE submission_id IS NOT NULL AND feedback_id IS NOT NULL
        AND position NOT IN (SELECT position FROM seen UNION SELECT position FROM taken)
      ORDER BY project_id, submission_id
    ),
    marked AS (
      INSERT INTO metric_marks (project_id, minute)
      SELECT DISTINCT project_id, date_trunc('minute', answered_at, 'UTC') FROM settled WHERE inserted IS NOT NULL
    ),
    searched AS (
      INSERT INTO search_marks (project_id, minute, interaction_id)
      SELECT DISTINCT project_id, date_trunc('minute', answered_at, 'UTC'), interaction_id
      FROM settled WHERE inserted IS NOT NULL
    )
    SELECT given.position::int - 1 AS position, settled.position IS NOT NULL AS known,
      taken.position IS NOT NULL AS taken, COALESCE(earlier.newer, false) AS superseded, settled.inserted, seen.same,
      seen.created AS "firstCreated", COALESCE(seen.feedback_id, settled.feedback_id) AS "feedbackId",
      COALESCE(seen.created_at, settled.created_at) AS "createdAt"
    FROM given
    LEFT JOIN settled USING (position)
    LEFT JOIN taken USING (position)
    LEFT JOIN earlier USING (position)
    LEFT JOIN seen USING (position)`;
  return settled.flatMap((row): [number, StoredFeedback][] => {
    const outcome = outcomeOf(row);
    return outcome ? [[row.position, outcome]] : [];
  });
}

/** Null where another request stored the rating between our snapshot and our insert. */
function outcomeOf(row: Upserted): StoredFeedback | null {
  const { feedbackId, createdAt } = row;
  if (row.same === false || row.taken) return { outcome: "id_reused" };
  if (!row.known && row.same === null) return { outcome: "interaction_missing" };
  if (feedbackId === null || createdAt === null) return null;
  if (row.same) return { outcome: "repeated", feedbackId, createdAt, created: row.firstCreated === true };
  if (row.superseded) return { outcome: "superseded", feedbackId, createdAt };
  if (row.inserted === null) return { outcome: "unchanged", feedbackId, createdAt };
  return { outcome: row.inserted ? "created" : "replaced", feedbackId, createdAt };
}

/**
 * Takes a rating back, also one that waits for its interaction, and marks the hour of its answer to be counted again;
 * false when there is none of this id.
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

/** The interaction that a rating is of, or waits for; null when there is no such rating. */
export async function interactionOfFeedback(projectId: string, feedbackId: string): Promise<string | null> {
  const [found] = await db().$queryRaw<{ interactionId: string }[]>`
    SELECT interaction_id AS "interactionId" FROM feedback
    WHERE (project_id, feedback_id) = (${projectId}::uuid, ${feedbackId})
    UNION ALL SELECT interaction_id FROM awaited_events
    WHERE (project_id, kind, event_id) = (${projectId}::uuid, 'feedback', ${feedbackId})`;
  return found?.interactionId ?? null;
}
