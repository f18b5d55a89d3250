import { db, Prisma } from "#lib/platform/db/client";

/** Which thumbs-down are counted: those on answers of a stretch of time and, where said, of certain dimensions. */
export interface LookedAtFilter {
  since: Date;
  /** Exclusive. */
  until: Date;
  feature?: string | undefined;
  model?: string | undefined;
  promptTemplate?: string | undefined;
  promptVersion?: string | undefined;
  variant?: string | undefined;
  tenant?: string | undefined;
  language?: string | undefined;
  segment?: string | undefined;
}

/** Notes that a member opened an interaction; the first who did stays. Nothing happens where there is no such interaction. */
export async function recordLook(
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
 * How many thumbs-down lie on answers that a member opened. It costs as much as there are looks, which people make one
 * by one: each is joined to its answer by key.
 */
export async function countLookedAt(projectId: string, filter: LookedAtFilter): Promise<number> {
  const { since, until, feature, model, promptTemplate, promptVersion, variant } = filter;
  const equal = (column: string, value: string | undefined) =>
    value === undefined ? Prisma.empty : Prisma.sql`AND i.${Prisma.raw(column)} = ${value}`;
  const [found] = await db().$queryRaw<{ count: number }[]>`
    SELECT COALESCE(sum(down.count), 0)::float8 AS count FROM interaction_looks AS look
    CROSS JOIN LATERAL (
      SELECT i.interaction_id FROM interactions AS i
      WHERE (i.project_id, i.interaction_id) = (look.project_id, look.interaction_id)
        AND i.created_at >= ${since.toISOString()}::timestamptz AND i.created_at < ${until.toISOString()}::timestamptz
        ${equal("feature_name", feature)} ${equal("model_name", model)} ${equal("prompt_template", promptTemplate)}
        ${equal("prompt_version", promptVersion)} ${equal("variant", variant)} ${equal("tenant", filter.tenant)}
        ${equal("language", filter.language)} ${equal("segment", filter.segment)} LIMIT 1
    ) AS answer
    CROSS JOIN LATERAL (
      SELECT count(*) AS count FROM feedback AS f
      WHERE (f.project_id, f.interaction_id) = (look.project_id, answer.interaction_id)
        AND f.rating_type = 'binary' AND f.rating_value = 0
    ) AS down
    WHERE look.project_id = ${projectId}::uuid`;
  return found?.count ?? 0;
}
