import { now } from "#lib/platform/clock.ts";
import type { Prisma, Transaction } from "#lib/platform/db/client.ts";
import { KEPT_DAYS } from "../combinations/kept-days.ts";

const DAY_MS = 86_400_000;

/**
 * Takes marks away, and hands their minutes on: to the experiments of the project, if it has any that are undecided, and
 * their hours to its combinations, if these are still kept. What is to be counted again here is so there, too.
 * @param which the rest of the DELETE: USING and WHERE.
 */
export const takeMarks = (tx: Transaction, projectId: string, which: Prisma.Sql): Promise<number> =>
  tx.$executeRaw`
    WITH taken AS (DELETE FROM metric_marks ${which} RETURNING minute),
    for_experiments AS (
      INSERT INTO experiment_mark (project_id, minute)
      SELECT DISTINCT ${projectId}::uuid, minute FROM taken WHERE EXISTS (
        SELECT FROM experiment WHERE project_id = ${projectId}::uuid AND state IN ('running', 'paused'))
    )
    INSERT INTO combination_mark (project_id, hour)
    SELECT DISTINCT ${projectId}::uuid, date_trunc('hour', minute, 'UTC') FROM taken
    WHERE minute >= ${new Date(now().getTime() - KEPT_DAYS * DAY_MS).toISOString()}::text::timestamptz`;
