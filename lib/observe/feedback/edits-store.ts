import type { AnswerWindow } from "#lib/domain/dimensions.ts";
import { TOKEN_RATER } from "#lib/domain/rating.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { inWindow } from "#lib/platform/db/in-window.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";

/** A correction with its answer, both whole, and what the answer was given to. */
export interface UserEdit {
  feedbackId: string;
  interactionId: string;
  /** The same for all edits of one person. Who has nothing but an answer's token is another person on each answer. */
  rater: string;
  input: string | null;
  answer: string;
  correction: string;
  /** When it was given or last changed. */
  at: Date;
}

/** How many corrections to search at most when a filter is narrow, newest first. */
const LOOKED_THROUGH = 5_000;

/** How long after its answer a correction can arrive, in milliseconds. */
const LATEST = 7 * 86_400_000;

/** How much of an input is read: longer ones are no examples, and are told apart by their beginning. */
const INPUT_MAX = 4_000;

/** The newest corrections of a period's answers, of `bytes` together with their answers at most. */
export async function readUserEdits(
  projectId: string,
  window: AnswerWindow & { limit: number; bytes: number },
): Promise<UserEdit[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const latest = new Date(window.to.getTime() + LATEST).toISOString();
  const rows = await db().$queryRaw<UserEdit[]>`
    SELECT rating.feedback_id AS "feedbackId", answer.interaction_id AS "interactionId", rating.rater,
      left(answer.input, ${INPUT_MAX}::int) AS input, answer.response_text AS answer,
      rating.correction_text AS correction, rating.updated_at AS at
    FROM (
      SELECT * FROM feedback WHERE project_id = ${project} AND rating_type = 'correction' AND source = 'user'
        AND correction_text IS NOT NULL AND ${notLeftOut(project)}
        AND created_at >= ${window.from.toISOString()}::text::timestamptz AND created_at < ${latest}::text::timestamptz
      ORDER BY created_at DESC LIMIT ${LOOKED_THROUGH}::int
    ) AS rating
    JOIN interactions AS answer ON answer.project_id = ${project} AND answer.interaction_id = rating.interaction_id
    WHERE ${inWindow(window)} AND rating.correction_text <> answer.response_text
      AND octet_length(answer.response_text) + octet_length(rating.correction_text) <= ${window.bytes}::int
    ORDER BY rating.created_at DESC, rating.feedback_id LIMIT ${window.limit}::int`;
  return rows.map((row) => ({
    ...row,
    rater: row.rater === TOKEN_RATER ? `${row.rater} ${row.interactionId}` : row.rater,
  }));
}
