import type { AnswerWindow } from "#lib/domain/dimensions.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import { inWindow } from "./where-clause-store.ts";

/**
 * Records that a member opened an interaction, if nobody did before. Does nothing if there is no such
 * interaction.
 */
export async function recordView(
  projectId: string,
  interactionId: string,
  userId: string,
  now: Date,
): Promise<void> {
  await db().$executeRaw`
    INSERT INTO interaction_looks (project_id, interaction_id, user_id, looked_at)
    SELECT project_id, interaction_id, ${userId}, ${now.toISOString()}::timestamptz FROM interactions
    WHERE (project_id, interaction_id) = (${projectId}::uuid, ${interactionId})
    ON CONFLICT (project_id, interaction_id) DO NOTHING`;
}

/**
 * How many thumbs down are on answers that a member has opened. The cost grows with the number of views,
 * which people make one by one; each is joined to its answer by key.
 */
export async function countViewed(projectId: string, window: AnswerWindow): Promise<number> {
  const [found] = await db().$queryRaw<{ count: number }[]>`
    SELECT COALESCE(sum(down.count), 0)::float8 AS count FROM interaction_looks AS look
    CROSS JOIN LATERAL (
      SELECT answer.interaction_id FROM interactions AS answer
      WHERE (answer.project_id, answer.interaction_id) = (look.project_id, look.interaction_id)
        AND ${inWindow(window)} LIMIT 1
    ) AS answer
    CROSS JOIN LATERAL (
      SELECT count(*) AS count FROM feedback AS f
      WHERE (f.project_id, f.interaction_id) = (look.project_id, answer.interaction_id)
        AND f.rating_type = 'binary' AND f.rating_value = 0 AND f.source = 'user'
        AND ${notLeftOut(Prisma.sql`${projectId}::uuid`, "f")}
    ) AS down
    WHERE look.project_id = ${projectId}::uuid`;
  return found?.count ?? 0;
}
