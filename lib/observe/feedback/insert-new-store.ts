import { Prisma } from "#lib/platform/db/client.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import { keepOrigins } from "../raters/index.ts";
import type { FeedbackRow } from "./feedback-row.ts";
import type { Settled } from "./stored-feedback.ts";

/** The columns of a rating's row as JSON, with and without their types. */
export const recordset = Prisma.sql`project_id uuid, feedback_id text, interaction_id text, rater text,
  rating_type "RatingType", source "FeedbackSource", score_name text, scored_session text, score_type "ScoreType",
  score_value float8, score_label text, rating_value smallint, rating_categories text[], correction_text text,
  feedback_comment text, user_hash text, session_id text, metadata jsonb, created_at timestamptz, dated boolean,
  submission_id text, fingerprint text, origin jsonb`;

export const fields = Prisma.sql`project_id, feedback_id, interaction_id, rater, rating_type, source, score_name,
  scored_session, score_type, score_value, score_label, rating_value, rating_categories, correction_text,
  feedback_comment, user_hash, session_id, metadata, created_at, dated, submission_id, fingerprint, origin`;

/** The columns that identify which rating is replaced. */
export const TARGET = Prisma.sql`project_id, interaction_id, rater, rating_type, score_name, scored_session`;

/** The same columns, qualified with a table name. */
export const targetOf = (table: string): Prisma.Sql =>
  Prisma.raw(
    TARGET.sql
      .split(", ")
      .map((column) => `${table}.${column.trim()}`)
      .join(", "),
  );

const columns = `feedback_id, source, score_type, score_value, score_label, rating_value, rating_categories,
  correction_text, feedback_comment, user_hash, session_id, metadata, created_at`;

/** The stored columns of a rating, and their values in its row. */
export const stored = Prisma.sql`${TARGET}, ${Prisma.raw(columns)}, updated_at`;
export const storedFields = Prisma.sql`${TARGET}, ${Prisma.raw(columns)}, created_at`;

/**
 * Inserts ratings that are new, with unused IDs and targets, and whose interactions exist. This covers nearly
 * all and is a fast path; the replacing statement handles the rest row by row. As there, LIMIT 1 keeps the
 * planner from joining.
 */
export async function insertNew(tx: Statements, rows: readonly FeedbackRow[]): Promise<Settled[]> {
  const created = await tx.$queryRaw<{ position: number; feedbackId: string; createdAt: Date }[]>`
    /* prepared: insert_feedback */ WITH known AS (
      SELECT given.*, answered.created_at AS answered_at
      FROM ROWS FROM (json_to_recordset(${JSON.stringify(rows)}::json) AS (${recordset}))
        WITH ORDINALITY AS given(${fields}, position)
      CROSS JOIN LATERAL (
        SELECT i.created_at FROM interactions AS i
        WHERE (i.project_id, i.interaction_id) = (given.project_id, given.interaction_id) LIMIT 1
      ) AS answered
    ),
    stored AS (
      INSERT INTO feedback AS f (${stored}) SELECT ${storedFields} FROM known
      WHERE submission_id IS NULL OR COALESCE(
        (SELECT true FROM feedback_submissions AS s
          WHERE (s.project_id, s.submission_id) = (known.project_id, known.submission_id) LIMIT 1),
        (SELECT true FROM awaited_events AS a
          WHERE (a.project_id, a.kind, a.event_id) = (known.project_id, 'feedback', known.feedback_id) LIMIT 1)
      ) IS NULL
      ORDER BY ${TARGET}
      ON CONFLICT DO NOTHING
      RETURNING f.project_id, f.feedback_id
    ),
    created AS (SELECT known.* FROM stored JOIN known USING (project_id, feedback_id)),
    submitted AS (
      INSERT INTO feedback_submissions (project_id, submission_id, fingerprint, feedback_id, created, created_at)
      SELECT project_id, submission_id, decode(fingerprint, 'hex'), feedback_id, true, created_at
      FROM created WHERE submission_id IS NOT NULL ORDER BY project_id, submission_id
    ),
    ${keepOrigins(Prisma.sql`SELECT project_id, created_at, interaction_id, rater, origin FROM created`)},
    marked AS (
      INSERT INTO metric_marks (project_id, minute)
      SELECT DISTINCT project_id, date_trunc('minute', answered_at, 'UTC') FROM created
    ),
    searched AS (
      INSERT INTO search_marks (project_id, minute, interaction_id)
      SELECT DISTINCT project_id, date_trunc('minute', answered_at, 'UTC'), interaction_id FROM created
    )
    SELECT position::int - 1 AS position, feedback_id AS "feedbackId", created_at AS "createdAt" FROM created`;
  return created.map(
    ({ position, feedbackId, createdAt }): Settled => [
      position,
      { outcome: "created", feedbackId, createdAt },
    ],
  );
}
