import { anyTime } from "#lib/platform/db/any-time.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import { MOST_READ } from "./most-read.ts";
import type { NegativeText, NegativeTexts } from "./negative-text.ts";

/** Most characters that are read of a comment or passage, of each side of an edit, and of an answer. */
const LENGTH = { said: 500, edit: 4_000, answer: 1_000 };

type Row = NegativeText & { givenAt: Date };

/**
 * The negative texts that were given since then: comments by those who gave a thumbs down, up to two stars or a category,
 * edits, and highlights. At most the newest 10,000. What a burst that is left out has said is not among them.
 */
export async function negativeTexts(projectId: string, since: Date): Promise<NegativeTexts> {
  const [comments, edits, highlights] = await Promise.all([
    commentsSince(projectId, since),
    editsSince(projectId, since),
    highlightsSince(projectId, since),
  ]);
  const from = (rows: readonly Row[], most: number) =>
    rows.length < most ? since : (rows.at(-1)?.givenAt ?? since);
  const feedback = [from(comments.read, MOST_READ.comments), from(edits, MOST_READ.edits)];
  return {
    texts: [...comments.negative, ...edits, ...highlights],
    since: {
      feedback: new Date(Math.max(...feedback.map((at) => at.getTime()))),
      annotations: from(highlights, MOST_READ.highlights),
    },
  };
}

/** The rating of a rater on an answer: 0 for a thumbs down or up to two stars, 1 for a thumbs up or four stars and more. */
const moodOf = (project: Prisma.Sql) => Prisma.sql`
  CROSS JOIN LATERAL (
    SELECT bool_or(rating_type = 'binary' AND rating_value = 0 OR rating_type = 'stars' AND rating_value <= 2) AS down,
      bool_or(rating_type = 'binary' AND rating_value = 1 OR rating_type = 'stars' AND rating_value >= 4) AS up
    FROM feedback AS rated
    WHERE (rated.project_id, rated.interaction_id, rated.rater) = (${project}, newest.interaction_id, newest.rater)
      AND ${notLeftOut(project, "rated")}
  ) AS mood`;

const answerOf = (project: Prisma.Sql) => Prisma.sql`
  CROSS JOIN LATERAL (
    SELECT answer.language, answer.response_text, answer.created_at FROM interactions AS answer
    WHERE (answer.project_id, answer.interaction_id) = (${project}, newest.interaction_id) LIMIT 1
  ) AS answered`;

async function commentsSince(projectId: string, since: Date): Promise<{ read: Row[]; negative: Row[] }> {
  const project = Prisma.sql`${projectId}::uuid`;
  const read = await db().$queryRaw<(Row & { isNegative: boolean })[]>`
    SELECT 'comment:' || newest.feedback_id AS "textId", 'said' AS voice, coalesce(answered.language, '') AS language,
      newest.rater, left(newest.feedback_comment, ${LENGTH.said}::int) AS text, newest.interaction_id AS "interactionId",
      newest.feedback_id AS "feedbackId", NULL AS "annotationId", answered.created_at AS "answeredAt",
      newest.created_at AS "givenAt",
      (CASE WHEN mood.down THEN true WHEN mood.up THEN false
        ELSE newest.rating_type = 'correction' OR cardinality(newest.rating_categories) > 0 END) AS "isNegative"
    FROM (
      SELECT * FROM feedback WHERE project_id = ${project} AND feedback_comment IS NOT NULL AND source = 'user'
        AND ${notLeftOut(project)} AND created_at >= ${since.toISOString()}::text::timestamptz
      ORDER BY created_at DESC LIMIT ${MOST_READ.comments}::int
    ) AS newest
    ${answerOf(project)} ${moodOf(project)}
    ORDER BY newest.created_at DESC`;
  return {
    read,
    negative: read.flatMap(({ isNegative, ...row }) => (isNegative ? [row] : [])),
  };
}

function editsSince(projectId: string, since: Date): Promise<Row[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  return db().$queryRaw`
    SELECT 'edit:' || newest.feedback_id AS "textId", 'edit' AS voice, coalesce(answered.language, '') AS language,
      newest.rater, left(answered.response_text, ${LENGTH.edit}::int) AS text,
      left(newest.correction_text, ${LENGTH.edit}::int) AS after, newest.interaction_id AS "interactionId",
      newest.feedback_id AS "feedbackId", NULL AS "annotationId", answered.created_at AS "answeredAt",
      newest.created_at AS "givenAt"
    FROM (
      SELECT * FROM feedback WHERE project_id = ${project} AND rating_type = 'correction' AND correction_text IS NOT NULL
        AND source = 'user' AND ${notLeftOut(project)} AND created_at >= ${since.toISOString()}::text::timestamptz
      ORDER BY created_at DESC LIMIT ${MOST_READ.edits}::int
    ) AS newest
    ${answerOf(project)}
    ORDER BY newest.created_at DESC`;
}

/** Highlights: what was said about the passage, or else the passage. */
function highlightsSince(projectId: string, since: Date): Promise<Row[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  return db().$queryRaw`
    SELECT 'highlight:' || newest.annotation_id AS "textId",
      CASE WHEN newest.comment IS NULL THEN 'passage' ELSE 'said' END AS voice,
      coalesce(answered.language, '') AS language,
      coalesce(newest.rater, 'answer:' || newest.interaction_id) AS rater,
      left(coalesce(newest.comment, newest.quote_exact), ${LENGTH.said}::int) AS text,
      newest.interaction_id AS "interactionId", NULL AS "feedbackId", newest.annotation_id AS "annotationId",
      answered.created_at AS "answeredAt", newest.created_at AS "givenAt"
    FROM (
      SELECT * FROM annotations WHERE project_id = ${project} AND ${notLeftOut(project)}
        AND created_at >= ${since.toISOString()}::text::timestamptz
      ORDER BY created_at DESC LIMIT ${MOST_READ.highlights}::int
    ) AS newest
    ${answerOf(project)}
    ORDER BY newest.created_at DESC`;
}

/** A text without complaint, with the language of its answer. */
export interface HappyText {
  language: string;
  text: string;
}

/** Texts without complaint: what people say who are content, and answers. */
export async function otherTexts(projectId: string, since: Date): Promise<HappyText[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const from = Prisma.sql`${since.toISOString()}::text::timestamptz`;
  const [happy, answers] = await Promise.all([
    db().$queryRaw<HappyText[]>`
      SELECT coalesce(answered.language, '') AS language, left(newest.feedback_comment, ${LENGTH.said}::int) AS text
      FROM (
        SELECT * FROM feedback WHERE project_id = ${project} AND feedback_comment IS NOT NULL AND source = 'user'
          AND ${notLeftOut(project)} AND created_at >= ${from}
        ORDER BY created_at DESC LIMIT ${MOST_READ.happy}::int
      ) AS newest
      ${answerOf(project)} ${moodOf(project)}
      WHERE mood.up AND NOT mood.down`,
    db().$queryRaw<HappyText[]>`
      SELECT coalesce(language, '') AS language, left(response_text, ${LENGTH.answer}::int) AS text FROM interactions
      WHERE project_id = ${project} AND ${anyTime} AND created_at >= ${from}
      ORDER BY created_at DESC LIMIT ${MOST_READ.answers}::int`,
  ]);
  return [...happy, ...answers];
}
