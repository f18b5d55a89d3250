import { db, Prisma, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client";
import { retryConflicts } from "#lib/platform/db/retry-conflicts";
import { type InteractionRow, insertInteractions } from "../interactions/index.ts";
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

const recordset = Prisma.sql`position int, feedback_id text, interaction_id text, rater text, rating_type "RatingType",
  rating_value smallint, rating_categories text[], correction_text text, feedback_comment text, user_hash text,
  session_id text, metadata jsonb, created_at timestamptz, dated boolean, submission_id text, fingerprint text`;

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
      for (const [position, outcome] of await upsertAll(tx, projectId, round)) outcomes[position] = outcome;
    }
    return outcomes;
  };
  const alone = interactions.length === 0 && ratings.length === 1;
  return retryConflicts(() => (alone ? store(db()) : db().$transaction(store, TRANSACTION_TIMES)));
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
async function upsertAll(
  tx: Transaction,
  projectId: string,
  rows: readonly Positioned[],
): Promise<[number, StoredFeedback][]> {
  const settled: [number, StoredFeedback][] = [];
  for (let left = rows; left.length > 0; ) {
    const before = settled.length;
    for (const row of await upsert(tx, projectId, left)) {
      const outcome = outcomeOf(row);
      if (outcome) settled.push([row.position, outcome]);
    }
    const positions = new Set(settled.slice(before).map(([position]) => position));
    left = left.filter((row) => !positions.has(row.position));
  }
  return settled;
}

function upsert(tx: Transaction, projectId: string, rows: readonly Positioned[]): Promise<Upserted[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  return tx.$queryRaw<Upserted[]>`
    WITH given AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(${recordset})),
    known AS (
      SELECT given.*, answered.created_at AS answered_at FROM given
      JOIN interactions AS answered ON answered.project_id = ${project} AND answered.interaction_id = given.interaction_id
    ),
    seen AS (
      SELECT given.position, first.feedback_id, first.created, first.created_at,
        first.fingerprint = decode(given.fingerprint, 'hex') AS same
      FROM given JOIN feedback_submissions AS first
        ON first.project_id = ${project} AND first.submission_id = given.submission_id
    ),
    taken AS (
      SELECT known.position FROM known
      JOIN feedback AS other ON other.project_id = ${project} AND other.feedback_id = known.feedback_id
      WHERE (other.interaction_id, other.rater, other.rating_type) <> (known.interaction_id, known.rater, known.rating_type)
    ),
    earlier AS (
      SELECT known.position, f.feedback_id, f.created_at, known.dated AND known.created_at < f.updated_at AS newer
      FROM known JOIN feedback AS f ON f.project_id = ${project}
        AND (f.interaction_id, f.rater, f.rating_type) = (known.interaction_id, known.rater, known.rating_type)
    ),
    stored AS (
      INSERT INTO feedback AS f (project_id, feedback_id, interaction_id, rater, rating_type, rating_value,
        rating_categories, correction_text, feedback_comment, user_hash, session_id, metadata, created_at, updated_at)
      SELECT ${project}, feedback_id, interaction_id, rater, rating_type, rating_value,
        rating_categories, correction_text, feedback_comment, user_hash, session_id, metadata, created_at, created_at
      FROM known WHERE position NOT IN
        (SELECT position FROM seen UNION SELECT position FROM taken UNION SELECT position FROM earlier WHERE newer)
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
    settled AS (
      SELECT known.position, known.submission_id, known.fingerprint, known.answered_at, stored.inserted,
        COALESCE(stored.feedback_id, earlier.feedback_id) AS feedback_id,
        COALESCE(stored.created_at, earlier.created_at) AS created_at
      FROM known
      LEFT JOIN stored ON (stored.interaction_id, stored.rater, stored.rating_type)
        = (known.interaction_id, known.rater, known.rating_type)
      LEFT JOIN earlier ON earlier.position = known.position
    ),
    submitted AS (
      INSERT INTO feedback_submissions (project_id, submission_id, fingerprint, feedback_id, created, created_at)
      SELECT ${project}, submission_id, decode(fingerprint, 'hex'), feedback_id, COALESCE(inserted, false), created_at
      FROM settled WHERE submission_id IS NOT NULL AND feedback_id IS NOT NULL
        AND position NOT IN (SELECT position FROM seen UNION SELECT position FROM taken)
      ORDER BY submission_id
    ),
    marked AS (
      INSERT INTO metric_marks (project_id, hour)
      SELECT DISTINCT ${project}, date_trunc('hour', answered_at, 'UTC') FROM settled WHERE inserted IS NOT NULL
    )
    SELECT given.position, settled.position IS NOT NULL AS known, taken.position IS NOT NULL AS taken,
      COALESCE(earlier.newer, false) AS superseded, settled.inserted, seen.same, seen.created AS "firstCreated",
      COALESCE(seen.feedback_id, settled.feedback_id) AS "feedbackId",
      COALESCE(seen.created_at, settled.created_at) AS "createdAt"
    FROM given
    LEFT JOIN settled USING (position)
    LEFT JOIN taken USING (position)
    LEFT JOIN earlier USING (position)
    LEFT JOIN seen USING (position)`;
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
