import type { ScoreDefinition } from "#lib/domain/score.ts";
import { advisoryLocks } from "#lib/platform/db/advisory-locks.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import type { Statements } from "#lib/platform/db/statements.ts";

/** A definition and its project. */
export type StoredDefinition = ScoreDefinition & { projectId: string };

/** The name of a score in a project. */
export type ScoreKey = Pick<StoredDefinition, "projectId" | "name">;

const columns = Prisma.sql`project_id::text AS "projectId", name, type::text AS type, min, max, labels,
  direction::text AS direction, confirmed_at IS NOT NULL AS confirmed`;

/** The definitions of these names. */
export function readDefinitions(tx: Statements, keys: readonly ScoreKey[]): Promise<StoredDefinition[]> {
  return tx.$queryRaw`
    SELECT found.* FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS given("projectId" uuid, name text)
    CROSS JOIN LATERAL (
      SELECT ${columns} FROM score_definitions AS d WHERE (d.project_id, d.name) = (given."projectId", given.name) LIMIT 1
    ) AS found`;
}

/** Locks the scores of these projects for learning until the transaction ends, always in the same order. */
export async function lockLearning(tx: Statements, projectIds: readonly string[]): Promise<void> {
  for (const projectId of [...new Set(projectIds)].sort())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.scoreDefinitions}::int, hashtext(${projectId}))`;
}

/** How many scores each of these projects has. */
export async function countDefinitions(
  tx: Statements,
  projectIds: readonly string[],
): Promise<Map<string, number>> {
  const counts = await tx.$queryRaw<{ projectId: string; count: number }[]>`
    SELECT project_id::text AS "projectId", count(*)::int AS count FROM score_definitions
    WHERE project_id = ANY(${[...new Set(projectIds)]}::uuid[]) GROUP BY project_id`;
  return new Map(counts.map(({ projectId, count }) => [projectId, count]));
}

/** Stores learned definitions; those confirmed in the meantime stay unchanged. */
export async function writeLearned(tx: Statements, learned: readonly StoredDefinition[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO score_definitions AS d (project_id, name, type, min, max, labels, direction)
    SELECT "projectId", name, type, min, max, labels, direction
    FROM jsonb_to_recordset(${JSON.stringify(learned)}::jsonb) AS given("projectId" uuid, name text, type "ScoreType",
      min float8, max float8, labels text[], direction "ScoreDirection") ORDER BY "projectId", name
    ON CONFLICT (project_id, name) DO UPDATE SET min = EXCLUDED.min, max = EXCLUDED.max, labels = EXCLUDED.labels
    WHERE d.confirmed_at IS NULL`;
}

/** A project's scores, by name. */
export function listScores(projectId: string): Promise<StoredDefinition[]> {
  return db().$queryRaw`
    SELECT ${columns} FROM score_definitions WHERE project_id = ${projectId}::uuid ORDER BY name`;
}
