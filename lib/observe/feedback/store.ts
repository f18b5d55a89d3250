import { Prisma } from "#lib/platform/db/client.ts";
import { settleAll } from "#lib/platform/db/settle-all.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import { learnCategories } from "../categories/index.ts";
import { keepOrigins } from "../raters/index.ts";
import { fitScores, isScoreFault } from "../scores/index.ts";
import type { FeedbackRow } from "./feedback-row.ts";
import { fields, insertNew, recordset, stored, storedFields, TARGET, targetOf } from "./insert-new-store.ts";
import { resolveSessions } from "./session-target-store.ts";
import type { Settled, StoredFeedback } from "./stored-feedback.ts";

interface Upserted {
  position: number;
  known: boolean;
  taken: boolean;
  superseded: boolean;
  inserted: boolean | null;
  feedbackId: string | null;
  createdAt: Date | null;
  /** From the earlier submission with the same client-made ID, if there is one. */
  same: boolean | null;
  firstCreated: boolean | null;
}

/**
 * Stores ratings of any projects. Returns a result for each, in the given order; one that cannot be stored
 * does not fail the others.
 */
export async function upsertFeedback(
  tx: Statements,
  ratings: readonly FeedbackRow[],
): Promise<StoredFeedback[]> {
  const outcomes: StoredFeedback[] = [];
  await learnCategories(tx, ratings);
  for (const round of roundsOfDistinct(await settleTargets(tx, ratings, outcomes))) {
    let write = insertNew;
    const outcomesOfRound = await settleAll(
      round.map(({ rating }) => rating),
      (left) => {
        const way = write;
        write = upsert;
        return way(tx, left);
      },
    );
    round.forEach(({ index }, position) => {
      outcomes[index] = outcomesOfRound[position] as StoredFeedback;
    });
  }
  return outcomes;
}

interface Placed {
  rating: FeedbackRow;
  index: number;
}

/**
 * Resolves scores and the answers of session scores; ratings that cannot be stored get their result right
 * away.
 */
async function settleTargets(
  tx: Statements,
  ratings: readonly FeedbackRow[],
  outcomes: StoredFeedback[],
): Promise<Placed[]> {
  const fitted = await fitScores(tx, ratings);
  const repeated = await repeatedOf(
    tx,
    ratings.filter((_, index) => isScoreFault(fitted[index] ?? {})),
  );
  const fitting = ratings.flatMap((sent, index): Placed[] => {
    const rating = fitted[index] ?? sent;
    if (!isScoreFault(rating)) return [{ rating, index }];
    // A retry gets the same result as before, even if its score has been redefined since.
    if (repeated.has(sent)) return [{ rating: { ...sent, score_value: null }, index }];
    outcomes[index] = { outcome: "score_refused", fault: rating };
    return [];
  });
  const targets = await resolveSessions(
    tx,
    fitting.map(({ rating }) => rating),
  );
  return fitting.flatMap(({ rating, index }, position): Placed[] => {
    const target = targets[position] ?? null;
    if (target !== null) return [{ rating: { ...rating, interaction_id: target }, index }];
    outcomes[index] = { outcome: "interaction_missing" };
    return [];
  });
}

/** Ratings whose client-made ID was used before. */
async function repeatedOf(tx: Statements, rows: readonly FeedbackRow[]): Promise<Set<FeedbackRow>> {
  if (rows.length === 0) return new Set();
  const given = rows.map(({ project_id, submission_id }, position) => ({
    project_id,
    submission_id,
    position,
  }));
  const seen = await tx.$queryRaw<{ position: number }[]>`
    SELECT given.position FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      AS given(project_id uuid, submission_id text, position int)
    CROSS JOIN LATERAL (
      SELECT FROM feedback_submissions AS s
      WHERE (s.project_id, s.submission_id) = (given.project_id, given.submission_id) LIMIT 1
    ) AS first`;
  return new Set(seen.flatMap(({ position }) => rows[position] ?? []));
}

/**
 * A statement cannot replace the same rating twice, so ratings by one rater on one answer go into successive
 * rounds.
 */
function roundsOfDistinct(ratings: readonly Placed[]): Placed[][] {
  const seen = new Map<string, number>();
  const rounds: Placed[][] = [];
  for (const { rating, index } of ratings) {
    const { project_id, feedback_id, interaction_id, rater, rating_type, score_name, scored_session } =
      rating;
    const keys = [
      JSON.stringify([project_id, feedback_id]),
      JSON.stringify([project_id, interaction_id, rater, rating_type, score_name, scored_session]),
    ];
    const round = Math.max(...keys.map((key) => seen.get(key) ?? 0));
    for (const key of keys) seen.set(key, round + 1);
    rounds[round] ??= [];
    rounds[round].push({ rating, index });
  }
  return rounds;
}

/**
 * Stores one round. LIMIT 1 keeps the planner from joining: a plan made while a table was small would read
 * all of it.
 */
async function upsert(tx: Statements, rows: readonly FeedbackRow[]): Promise<Settled[]> {
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
        SELECT ${TARGET} FROM feedback AS f
        WHERE (f.project_id, f.feedback_id) = (known.project_id, known.feedback_id) LIMIT 1
      ) AS other
      WHERE (${targetOf("other")}) <> (${targetOf("known")})
      UNION
      SELECT known.position FROM known CROSS JOIN LATERAL (
        SELECT a.fingerprint FROM awaited_events AS a
        WHERE (a.project_id, a.kind, a.event_id) = (known.project_id, 'feedback', known.feedback_id) LIMIT 1
      ) AS awaited
      WHERE awaited.fingerprint <> decode(known.fingerprint, 'hex')
    ),
    earlier AS (
      SELECT known.position, f.feedback_id, f.created_at, known.dated AND known.created_at < f.updated_at AS newer
      FROM known CROSS JOIN LATERAL (
        SELECT f.feedback_id, f.created_at, f.updated_at FROM feedback AS f
        WHERE (${targetOf("f")}) = (${targetOf("known")}) LIMIT 1
      ) AS f
    ),
    stored AS (
      INSERT INTO feedback AS f (${stored}) SELECT ${storedFields} FROM known WHERE position NOT IN
        (SELECT position FROM seen UNION SELECT position FROM taken UNION SELECT position FROM earlier WHERE newer)
      ORDER BY ${TARGET}
      ON CONFLICT (${TARGET}) WHERE interaction_id IS NOT NULL DO UPDATE SET
        score_type = EXCLUDED.score_type, score_value = EXCLUDED.score_value, score_label = EXCLUDED.score_label,
        rating_value = EXCLUDED.rating_value, rating_categories = EXCLUDED.rating_categories,
        correction_text = EXCLUDED.correction_text, feedback_comment = EXCLUDED.feedback_comment,
        metadata = EXCLUDED.metadata, updated_at = EXCLUDED.updated_at,
        edit_distance = CASE WHEN f.correction_text = EXCLUDED.correction_text THEN f.edit_distance END,
        edit_kept = CASE WHEN f.correction_text = EXCLUDED.correction_text THEN f.edit_kept END,
        edit_kinds = CASE WHEN f.correction_text = EXCLUDED.correction_text THEN f.edit_kinds ELSE '{}' END,
        edit_too_large = f.edit_too_large AND f.correction_text = EXCLUDED.correction_text
      WHERE (f.rating_value, f.score_type, f.score_value, f.score_label, f.rating_categories, f.correction_text,
          f.feedback_comment, f.metadata)
        IS DISTINCT FROM (EXCLUDED.rating_value, EXCLUDED.score_type, EXCLUDED.score_value, EXCLUDED.score_label,
          EXCLUDED.rating_categories, EXCLUDED.correction_text, EXCLUDED.feedback_comment, EXCLUDED.metadata)
      RETURNING ${targetOf("f")}, f.feedback_id, f.created_at, (f.xmax = 0) AS inserted
    ),
    settled AS (
      SELECT known.position, known.project_id, known.interaction_id, known.submission_id, known.fingerprint,
        known.answered_at, stored.inserted,
        COALESCE(stored.feedback_id, earlier.feedback_id) AS feedback_id,
        COALESCE(stored.created_at, earlier.created_at) AS created_at
      FROM known
      LEFT JOIN stored USING (${TARGET})
      LEFT JOIN earlier USING (position)
    ),
    submitted AS (
      INSERT INTO feedback_submissions (project_id, submission_id, fingerprint, feedback_id, created, created_at)
      SELECT project_id, submission_id, decode(fingerprint, 'hex'), feedback_id, COALESCE(inserted, false), created_at
      FROM settled WHERE submission_id IS NOT NULL AND feedback_id IS NOT NULL
        AND position NOT IN (SELECT position FROM seen UNION SELECT position FROM taken)
      ORDER BY project_id, submission_id
    ),
    ${keepOrigins(Prisma.sql`
      SELECT known.project_id, known.created_at, known.interaction_id, known.rater, known.origin
      FROM known JOIN settled USING (position) WHERE settled.inserted IS NOT NULL`)},
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
  return settled.flatMap((row): Settled[] => {
    const outcome = outcomeOf(row);
    return outcome ? [[row.position, outcome]] : [];
  });
}

/** Null if another request stored the rating after our snapshot and before our insert. */
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
