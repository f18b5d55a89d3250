import type { AnswerWindow } from "#lib/domain/dimensions.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { inWindow } from "#lib/platform/db/in-window.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";

/** A comment by someone who gave a thumbs down to an answer of one prompt version. */
export interface UnhappyComment {
  interactionId: string;
  promptTemplate: string | null;
  promptVersion: string | null;
  text: string;
}

/** How many comments to look at, whoever wrote them, and how many characters of each to read. */
const COMMENTS_MAX = 500;
const TEXT_MAX = 500;

/** How long after its answer a comment can arrive, in milliseconds. */
const LATEST = 7 * 86_400_000;

/**
 * Comments that came with a thumbs down on a period's answers, newest first: in the rating itself, or by the
 * same rater on the same answer. Reads at most the newest 500 comments, each by key, so millions of them cost
 * no more.
 */
export function unhappyComments(projectId: string, window: AnswerWindow): Promise<UnhappyComment[]> {
  const latest = new Date(window.to.getTime() + LATEST).toISOString();
  const counted = notLeftOut(Prisma.sql`${projectId}::uuid`);
  return db().$queryRaw`
    SELECT newest.interaction_id AS "interactionId", answered.prompt_template AS "promptTemplate",
      answered.prompt_version AS "promptVersion", left(newest.feedback_comment, ${TEXT_MAX}::int) AS text
    FROM (
      SELECT interaction_id, rater, feedback_comment, created_at FROM feedback
      WHERE project_id = ${projectId}::uuid AND feedback_comment IS NOT NULL AND source = 'user' AND ${counted}
        AND created_at >= ${window.from.toISOString()}::timestamptz AND created_at < ${latest}::timestamptz
      ORDER BY created_at DESC LIMIT ${COMMENTS_MAX}::int
    ) AS newest
    CROSS JOIN LATERAL (
      SELECT answer.prompt_template, answer.prompt_version FROM interactions AS answer
      WHERE (answer.project_id, answer.interaction_id) = (${projectId}::uuid, newest.interaction_id)
        AND ${inWindow(window)} LIMIT 1
    ) AS answered
    CROSS JOIN LATERAL (
      SELECT FROM feedback AS thumb
      WHERE (thumb.project_id, thumb.interaction_id, thumb.rater, thumb.rating_type)
          = (${projectId}::uuid, newest.interaction_id, newest.rater, 'binary')
        AND thumb.rating_value = 0 AND ${counted} LIMIT 1
    ) AS down
    ORDER BY newest.created_at DESC`;
}
