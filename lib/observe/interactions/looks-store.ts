import type { AnswerWindow } from "#lib/domain/dimensions.ts";
import { db, Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { ratedBadly, unseenMark, unseenRating } from "#lib/platform/db/complaints.ts";
import { inWindow } from "#lib/platform/db/in-window.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";

/** An answer that was looked at, and when its newest complaint was made that nobody had looked at before. */
export interface Looked {
  interactionId: string;
  complainedAt: Date;
}

/**
 * Records that somebody looked at interactions: opened them for more than a moment, or said what becomes of them. What was
 * said of them so far was looked at from then on. Does nothing where there is no such interaction.
 * @param by the ID of the user, or of the API key.
 * @returns those with complaints that nobody had looked at.
 */
export function markLooked(
  tx: Transaction,
  projectId: string,
  ids: readonly string[],
  by: string,
  at: Date,
): Promise<Looked[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const moment = Prisma.sql`${at.toISOString()}::text::timestamptz(3)`;
  // A sender's clock may be ahead of ours: what it said is looked at all the same.
  return tx.$queryRaw<Looked[]>`
    WITH answer AS MATERIALIZED (
      SELECT i.interaction_id FROM unnest(${[...ids]}::text[]) AS wanted(id) CROSS JOIN LATERAL (
        SELECT interaction_id FROM interactions WHERE (project_id, interaction_id) = (${project}, wanted.id) LIMIT 1
      ) AS i
    ),
    looks AS (
      INSERT INTO interaction_looks (project_id, interaction_id, user_id, looked_at)
      SELECT ${project}, interaction_id, ${by}, ${moment} FROM answer ORDER BY interaction_id
      ON CONFLICT (project_id, interaction_id) DO NOTHING
    ),
    rating AS MATERIALIZED (
      SELECT own.feedback_id FROM answer CROSS JOIN LATERAL (
        SELECT * FROM feedback WHERE (project_id, interaction_id) = (${project}, answer.interaction_id) OFFSET 0
      ) AS own WHERE ${unseenRating}
    ),
    mark AS MATERIALIZED (
      SELECT own.annotation_id FROM answer CROSS JOIN LATERAL (
        SELECT * FROM annotations WHERE (project_id, interaction_id) = (${project}, answer.interaction_id) OFFSET 0
      ) AS own WHERE ${unseenMark}
    ),
    rated AS (
      UPDATE feedback SET looked_at = GREATEST(${moment}, updated_at)
      WHERE project_id = ${project} AND feedback_id = ANY (ARRAY(SELECT feedback_id FROM rating))
      RETURNING interaction_id, updated_at AS at
    ),
    marked AS (
      UPDATE annotations SET looked_at = GREATEST(${moment}, created_at)
      WHERE project_id = ${project} AND annotation_id = ANY (ARRAY(SELECT annotation_id FROM mark))
      RETURNING interaction_id, created_at AS at
    )
    SELECT interaction_id AS "interactionId", max(at) AS "complainedAt"
    FROM (SELECT * FROM rated UNION ALL SELECT * FROM marked) AS said GROUP BY interaction_id`;
}

/** How many thumbs down of a period somebody looked at, and how long after they were given. */
export interface Looks {
  thumbsDown: number;
  /** The median of the hours from each to the first look after it; null if there is none. */
  medianHours: number | null;
}

/**
 * The thumbs down on answers of a period that somebody looked at after they were given. The cost grows with the number of
 * looks, which people make one by one; each is joined to its answer by key.
 */
export async function readLooks(projectId: string, window: AnswerWindow): Promise<Looks> {
  const project = Prisma.sql`${projectId}::uuid`;
  const [found] = await db().$queryRaw<{ count: number; hours: number | null }[]>`
    SELECT count(*)::float8 AS count, percentile_cont(0.5) WITHIN GROUP (
      ORDER BY extract(epoch FROM down.looked_at - down.updated_at)::float8 / 3600) AS hours
    FROM interaction_looks AS look
    CROSS JOIN LATERAL (
      SELECT answer.interaction_id FROM interactions AS answer
      WHERE (answer.project_id, answer.interaction_id) = (look.project_id, look.interaction_id)
        AND ${inWindow(window)} LIMIT 1
    ) AS answer
    CROSS JOIN LATERAL (
      SELECT * FROM feedback WHERE (project_id, interaction_id) = (look.project_id, answer.interaction_id) OFFSET 0
    ) AS down
    WHERE look.project_id = ${project} AND ${ratedBadly} AND down.rating_type = 'binary'
      AND down.looked_at >= down.updated_at AND ${notLeftOut(project, "down")}`;
  return { thumbsDown: found?.count ?? 0, medianHours: found?.hours ?? null };
}
