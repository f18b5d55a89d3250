import type { Prisma, Transaction } from "#lib/platform/db/client.ts";

/**
 * Takes marks away, and hands their minutes on to the experiments of the project, if it has any that are undecided: what
 * is to be counted again here is so there, too. For every other project that is one look-up.
 * @param which the rest of the DELETE: USING and WHERE.
 */
export const takeMarks = (tx: Transaction, projectId: string, which: Prisma.Sql): Promise<number> =>
  tx.$executeRaw`
    WITH taken AS (DELETE FROM metric_marks ${which} RETURNING minute)
    INSERT INTO experiment_mark (project_id, minute)
    SELECT DISTINCT ${projectId}::uuid, minute FROM taken WHERE EXISTS (
      SELECT FROM experiment WHERE project_id = ${projectId}::uuid AND state IN ('running', 'paused'))`;
