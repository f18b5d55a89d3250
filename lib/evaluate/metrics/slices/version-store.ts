import { db } from "#lib/platform/db/client.ts";

/** Maximum days covered by a version, the newest; earlier changes are seen at the next reload. */
const DAYS = 120;

/**
 * Tells the counted state of a project apart from every other one it had: when anything is counted again, or taken away,
 * the version is another. Whatever is counted again has its whole day written anew (merge-slices-store.ts), so the
 * transaction that wrote one slice of a day stands for the day, and one look into the primary key a day is enough,
 * however many slices and answers there are.
 */
export async function metricsVersion(projectId: string): Promise<string> {
  const [read] = await db().$queryRaw<{ version: string | null }[]>`
    WITH RECURSIVE days AS (
      (SELECT start, xmin::text AS writer FROM metric_slices
        WHERE project_id = ${projectId}::uuid AND cube = 'core' AND width = 'day' ORDER BY start DESC LIMIT 1)
      UNION ALL
      SELECT earlier.* FROM days CROSS JOIN LATERAL (
        SELECT start, xmin::text AS writer FROM metric_slices
        WHERE project_id = ${projectId}::uuid AND cube = 'core' AND width = 'day' AND start < days.start
        ORDER BY start DESC LIMIT 1
      ) AS earlier
    )
    SELECT md5(string_agg(start || writer, ' ')) AS version FROM (SELECT * FROM days LIMIT ${DAYS}::int) AS newest`;
  return read?.version ?? "";
}
