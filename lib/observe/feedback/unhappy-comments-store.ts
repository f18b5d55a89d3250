import { db, Prisma } from "#lib/platform/db/client";

/** Something that was said with a thumbs-down on an answer of one prompt version. */
export interface UnhappyComment {
  interactionId: string;
  promptTemplate: string | null;
  promptVersion: string | null;
  text: string;
}

/** Most comments that are looked at, whoever gave them; and how much is read of one, in characters. */
const COMMENTS_MAX = 500;
const TEXT_MAX = 500;

/**
 * What was said with thumbs-down on answers of a stretch of time, the newest first: in the rating itself, or in a comment
 * of the same rater on the same answer. Looks at the newest 500 comments at most, each by keys, so that it costs no more
 * where there are millions.
 */
export function unhappyComments(
  projectId: string,
  { since, until, feature }: { since: Date; until: Date; feature?: string | undefined },
): Promise<UnhappyComment[]> {
  const ofFeature = feature === undefined ? Prisma.empty : Prisma.sql`AND i.feature_name = ${feature}`;
  return db().$queryRaw`
    SELECT newest.interaction_id AS "interactionId", answer.prompt_template AS "promptTemplate",
      answer.prompt_version AS "promptVersion", left(newest.feedback_comment, ${TEXT_MAX}::int) AS text
    FROM (
      SELECT interaction_id, rater, feedback_comment, created_at FROM feedback
      WHERE project_id = ${projectId}::uuid AND feedback_comment IS NOT NULL AND source = 'user' AND created_at >= ${since.toISOString()}::timestamptz
      ORDER BY created_at DESC LIMIT ${COMMENTS_MAX}::int
    ) AS newest
    CROSS JOIN LATERAL (
      SELECT i.prompt_template, i.prompt_version FROM interactions AS i
      WHERE (i.project_id, i.interaction_id) = (${projectId}::uuid, newest.interaction_id)
        AND i.created_at >= ${since.toISOString()}::timestamptz AND i.created_at < ${until.toISOString()}::timestamptz
        ${ofFeature} LIMIT 1
    ) AS answer
    CROSS JOIN LATERAL (
      SELECT FROM feedback AS thumb
      WHERE (thumb.project_id, thumb.interaction_id, thumb.rater, thumb.rating_type)
          = (${projectId}::uuid, newest.interaction_id, newest.rater, 'binary')
        AND thumb.rating_value = 0 LIMIT 1
    ) AS down
    ORDER BY newest.created_at DESC`;
}
