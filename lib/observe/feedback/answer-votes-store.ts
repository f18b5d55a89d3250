import { db, Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";

/** What somebody thinks of an answer: a thumb, or that another answer is better. */
export interface AnswerVote {
  interactionId: string;
  rater: string;
  vote: "up" | "down" | "rejected";
  at: Date;
}

/** Most votes that are read. */
const VOTES_MAX = 5_000;

/** The thumbs on some answers, and the comparisons that they lost. */
export function readAnswerVotes(projectId: string, interactionIds: readonly string[]): Promise<AnswerVote[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const ids = Prisma.sql`ANY (${[...interactionIds]}::text[])`;
  return db().$queryRaw<AnswerVote[]>`
    (SELECT interaction_id AS "interactionId", rater,
      CASE WHEN rating_value = 0 THEN 'down' ELSE 'up' END AS vote, updated_at AS at
    FROM feedback WHERE project_id = ${project} AND interaction_id = ${ids} AND rating_type = 'binary'
      AND source = 'user' AND ${notLeftOut(project)} LIMIT ${VOTES_MAX}::int)
    UNION ALL
    (SELECT rejected_id, rater, 'rejected', created_at
    FROM preferences WHERE project_id = ${project} AND rejected_id = ${ids} AND NOT tie
      AND source = 'user' AND ${notLeftOut(project)} LIMIT ${VOTES_MAX}::int)`;
}
