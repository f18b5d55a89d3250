import { db, Prisma } from "#lib/platform/db/client.ts";
import { signalItems } from "./detail-store.ts";
import type { SignalItem } from "./interaction-query.ts";
import type { ClippedField } from "./schema.ts";
import {
  ANNOTATIONS_MAX,
  FEEDBACK_MAX,
  FOLDS,
  type ShownAnnotation,
  type ShownFeedback,
  type ShownInteraction,
  type ShownText,
  WHOLE,
} from "./shown-interaction.ts";

/** How many scores of a session to show. */
const SESSION_SCORES_MAX = 100;

/**
 * One interaction for its page; null if there is none with this ID. Long texts are cut in the database, so
 * that no page grows with what was sent.
 * @param whole the name of the text to return in full: "input", "prompt", "response", "passage:3",
 * "prompt_variables", "tool_calls", "citations", "model_params", "metadata" or "comment:ID".
 */
export async function readShownInteraction(
  projectId: string,
  interactionId: string,
  whole: string | null,
): Promise<ShownInteraction | null> {
  const key = { projectId, interactionId };
  const where = { projectId_interactionId: key };
  const [single, texts, ballot, feedback, annotations, signals] = await Promise.all([
    db().interaction.findUnique({ where, omit: longFields }),
    readTexts(projectId, interactionId, whole),
    db().ballot.findUnique({ where, select: { refusedAt: true } }),
    readFeedback(projectId, Prisma.sql`interaction_id = ${interactionId}`, FEEDBACK_MAX, whole),
    readAnnotations(projectId, interactionId),
    readSignals(projectId, interactionId),
  ]);
  if (!single || !texts) return null;
  const sessionScores = single.sessionId
    ? await readFeedback(
        projectId,
        Prisma.sql`scored_session = ${single.sessionId}`,
        SESSION_SCORES_MAX,
        whole,
      )
    : [];
  // Session scores that belong to this answer are also among its own feedback.
  const own = single.sessionId ? feedback.filter(({ scoredSession }) => scoredSession === "") : feedback;
  return {
    ...single,
    ...texts,
    clipped: (single.clipped ?? []) as unknown as ClippedField[],
    votersRefusedAt: ballot?.refusedAt ?? null,
    feedback: [...own, ...sessionScores],
    annotations,
    signals,
  };
}

const longFields = {
  projectId: true,
  fingerprint: true,
  input: true,
  promptText: true,
  responseText: true,
  retrievedContext: true,
  promptVariables: true,
  toolCalls: true,
  citations: true,
  modelParams: true,
  metadata: true,
} satisfies Prisma.InteractionOmit;

type Texts = Pick<
  ShownInteraction,
  | "input"
  | "prompt"
  | "response"
  | "passages"
  | "promptVariables"
  | "toolCalls"
  | "citations"
  | "modelParams"
  | "metadata"
>;

async function readTexts(
  projectId: string,
  interactionId: string,
  whole: string | null,
): Promise<Texts | null> {
  const upTo = (name: string, fold: number) => Prisma.sql`${name === whole ? WHOLE : fold}::int`;
  const text = (column: string, name: string, fold: number) => shown(Prisma.raw(column), upTo(name, fold));
  const json = (column: string) =>
    shown(Prisma.raw(`jsonb_pretty(NULLIF(NULLIF(${column}, '{}'), '[]'))`), upTo(column, FOLDS.json));
  const passage = /^passage:(\d{1,3})$/.exec(whole ?? "")?.[1] ?? "0";
  const [found] = await db().$queryRaw<Texts[]>`
    SELECT ${text("input", "input", FOLDS.text)} AS input, ${text("prompt_text", "prompt", FOLDS.text)} AS prompt,
      ${text("response_text", "response", FOLDS.response)} AS response, ${json("prompt_variables")} AS "promptVariables", ${json("tool_calls")} AS "toolCalls",
      ${json("citations")} AS citations, ${json("model_params")} AS "modelParams", ${json("metadata")} AS metadata,
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object(
          'text', left(piece.text, CASE WHEN piece.place = ${passage}::int THEN ${WHOLE}::int ELSE ${FOLDS.passage}::int END),
          'length', length(piece.text), 'cut', piece.place <> ${passage}::int AND length(piece.text) > ${FOLDS.passage}::int, 'id', piece.entry ->> 'id', 'source', left(piece.entry ->> 'source', 300),
          'score', CASE jsonb_typeof(piece.entry -> 'score') WHEN 'number' THEN piece.entry -> 'score' END,
          'contentVersion', piece.entry ->> 'content_version') ORDER BY piece.place)
        FROM (
          SELECT place, entry, CASE WHEN jsonb_typeof(entry) = 'string' THEN entry #>> '{}'
            ELSE COALESCE(entry ->> 'text', jsonb_pretty(entry)) END AS text
          FROM jsonb_array_elements(CASE jsonb_typeof(retrieved_context) WHEN 'array' THEN retrieved_context END)
            WITH ORDINALITY AS pieces(entry, place)
        ) AS piece
      ), '[]') AS passages
    FROM interactions WHERE project_id = ${projectId}::uuid AND interaction_id = ${interactionId}`;
  return found ?? null;
}

/** SQL of a text as shown; NULL if there is none. */
const shown = (text: Prisma.Sql, most: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`CASE WHEN ${text} IS NOT NULL THEN jsonb_build_object('text', left(${text}, ${most}), 'length', length(${text}), 'cut', length(${text}) > ${most}) END`;

type FeedbackRow = Omit<ShownFeedback, "comment"> & { comment: ShownText | null };

const readFeedback = (
  projectId: string,
  condition: Prisma.Sql,
  most: number,
  whole: string | null,
): Promise<FeedbackRow[]> => db().$queryRaw<FeedbackRow[]>`
  SELECT feedback_id AS "feedbackId", rating_type AS "ratingType", rating_value AS "ratingValue", source,
    score_name AS "scoreName", score_type AS "scoreType", score_value AS "scoreValue", score_label AS "scoreLabel",
    scored_session AS "scoredSession", rating_categories AS "ratingCategories",
    ${shown(
      Prisma.raw("feedback_comment"),
      Prisma.sql`CASE WHEN 'comment:' || feedback_id = ${whole ?? ""} THEN ${WHOLE}::int ELSE ${FOLDS.comment}::int END`,
    )} AS comment,
    length(correction_text) AS "correctionLength", user_hash AS "userHash", session_id AS "sessionId",
    metadata -> 'edit' AS edit,
    CASE jsonb_typeof(metadata) WHEN 'object' THEN left(NULLIF((metadata - 'edit')::text, '{}'), 300) END AS more,
    burst.id AS "burstId", COALESCE(burst.left_out, false) AS "leftOut",
    created_at AS "createdAt", updated_at AS "updatedAt"
  FROM feedback
  LEFT JOIN LATERAL (
    SELECT b.burst_id::text AS id, b.left_out FROM bursts AS b
    WHERE (b.project_id, b.burst_id) = (feedback.project_id, feedback.burst_id) AND b.dismissed_at IS NULL LIMIT 1
  ) AS burst ON true
  WHERE project_id = ${projectId}::uuid AND ${condition}
  ORDER BY created_at LIMIT ${most}::int`;

/** Raters take turns, so that nobody fills the page alone. */
const readAnnotations = (projectId: string, interactionId: string): Promise<ShownAnnotation[]> =>
  db().$queryRaw<ShownAnnotation[]>`
  SELECT annotation_id AS "annotationId", left(quote_exact, ${FOLDS.quote}::int) AS "quoteExact",
    right(quote_prefix, 200) AS "quotePrefix", left(quote_suffix, 200) AS "quoteSuffix",
    position_start AS "positionStart", position_end AS "positionEnd", category,
    left(comment, ${FOLDS.comment}::int) AS comment, COALESCE(length(comment) > ${FOLDS.comment}::int, false) AS "commentCut",
    user_hash AS "userHash", session_id AS "sessionId", created_at AS "createdAt"
  FROM (
    SELECT *, row_number() OVER (PARTITION BY rater ORDER BY created_at, annotation_id) AS turn
    FROM annotations WHERE project_id = ${projectId}::uuid AND interaction_id = ${interactionId}
    ORDER BY turn, created_at, annotation_id LIMIT ${ANNOTATIONS_MAX}::int
  ) AS shown
  ORDER BY created_at, annotation_id`;

const readSignals = (projectId: string, interactionId: string): Promise<SignalItem[]> =>
  db().signal.findMany({ where: { projectId, interactionId }, ...signalItems });

/** An answer and a user's correction of it, both in full; null if there is no such correction. */
export async function readEdit(
  projectId: string,
  feedbackId: string,
): Promise<{ before: string; after: string } | null> {
  const [found] = await db().$queryRaw<{ before: string; after: string }[]>`
    SELECT answer.response_text AS before, rating.correction_text AS after
    FROM feedback AS rating JOIN interactions AS answer USING (project_id, interaction_id)
    WHERE rating.project_id = ${projectId}::uuid AND rating.feedback_id = ${feedbackId}
      AND rating.correction_text IS NOT NULL`;
  return found ?? null;
}
