import { db } from "#lib/platform/db/client";

/** Which of these interactions the project has already, for an import that tells new ones from old ones. */
export async function knownInteractions(projectId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT interaction_id AS id FROM interactions
    WHERE project_id = ${projectId}::uuid AND interaction_id = ANY(${[...ids]}::text[])`;
  return new Set(rows.map(({ id }) => id));
}
