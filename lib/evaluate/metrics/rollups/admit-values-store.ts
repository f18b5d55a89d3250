import { BEYOND } from "#lib/domain/beyond.ts";
import { type DimensionColumn, dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { Prisma, type Transaction } from "#lib/platform/db/client.ts";

const capped = dimensionNames.map((name) => dimensions[name]);

/** The columns of answers that rollups are counted by. */
export const cappedColumns: readonly DimensionColumn[] = capped.map(({ column }) => column);

const beyond = Prisma.raw(`'${BEYOND}'`);

const allColumns = Prisma.raw(cappedColumns.join(", "));

const mostValues = Prisma.raw(capped.map(({ column, most }) => `('${column}', ${most})`).join(", "));

/**
 * Admits new values in some time ranges to be counted individually on their days, while there is room: first those of
 * the previous day, then those with the most answers. The caller holds the project's lock.
 * @returns the columns that have more values on any of these days than are counted individually.
 */
export async function admitValues(
  tx: Transaction,
  projectId: string,
  due: Prisma.Sql,
): Promise<DimensionColumn[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const found = await tx.$queryRaw<{ dimension: DimensionColumn }[]>`
    WITH answers AS MATERIALIZED (
      SELECT (answer.created_at AT TIME ZONE 'UTC')::date AS day, answer.*
      FROM ${due} AS due (since, until) CROSS JOIN LATERAL (
        SELECT created_at, ${allColumns} FROM interactions
        WHERE project_id = ${project} AND created_at >= due.since AND created_at < due.until
        ORDER BY created_at OFFSET 0
      ) AS answer
    ),
    seen AS (
      ${Prisma.join(
        cappedColumns.map(
          (column) => Prisma.sql`
            SELECT day, ${column}::text AS dimension, ${Prisma.raw(column)} AS value, count(*) AS answers
            FROM answers WHERE ${Prisma.raw(column)} IS NOT NULL GROUP BY day, ${Prisma.raw(column)}`,
        ),
        " UNION ALL ",
      )}
    ),
    fresh AS (
      SELECT seen.*, EXISTS (
        SELECT FROM metric_values AS v WHERE (v.project_id, v.day, v.dimension, v.value)
          = (${project}, seen.day - 1, seen.dimension, seen.value)
      ) AS was_there
      FROM seen WHERE NOT EXISTS (
        SELECT FROM metric_values AS v WHERE (v.project_id, v.day, v.dimension, v.value)
          = (${project}, seen.day, seen.dimension, seen.value)
      )
    ),
    taken AS (
      SELECT day, dimension, places FROM (SELECT DISTINCT day, dimension FROM fresh) AS each CROSS JOIN LATERAL (
        SELECT count(*) AS places FROM metric_values AS v
        WHERE (v.project_id, v.day, v.dimension) = (${project}, each.day, each.dimension) AND v.value <> ${beyond}
      ) AS there
    ),
    placed AS (
      SELECT day, dimension, value, most.values_max, places + row_number() OVER (
        PARTITION BY day, dimension ORDER BY was_there DESC, answers DESC, value COLLATE "C"
      ) AS place
      FROM fresh JOIN taken USING (day, dimension) JOIN (VALUES ${mostValues})
        AS most (dimension, values_max) USING (dimension)
    ),
    admitted AS (
      INSERT INTO metric_values (project_id, day, dimension, value)
      SELECT DISTINCT ${project}, day, dimension, CASE WHEN place <= values_max THEN value ELSE ${beyond} END FROM placed
      ON CONFLICT DO NOTHING RETURNING dimension, value
    )
    SELECT dimension FROM admitted WHERE value = ${beyond}
    UNION
    SELECT capped.dimension FROM (SELECT DISTINCT day, dimension FROM seen) AS capped CROSS JOIN LATERAL (
      SELECT FROM metric_values AS v WHERE (v.project_id, v.day, v.dimension, v.value)
        = (${project}, capped.day, capped.dimension, ${beyond}) LIMIT 1
    ) AS marked`;
  return found.map(({ dimension }) => dimension);
}

/**
 * SQL: the value under which an answer is counted in a column; "" means none. If no day in question has too many
 * values, all were admitted.
 */
export const admitted = (project: Prisma.Sql, column: DimensionColumn, isCapped: boolean): Prisma.Sql => {
  const value = Prisma.raw(column);
  if (!isCapped) return Prisma.sql`COALESCE(${value}, '') AS ${value}`;
  return Prisma.sql`CASE WHEN ${value} IS NULL THEN '' WHEN EXISTS (
      SELECT FROM metric_values AS v WHERE (v.project_id, v.day, v.dimension, v.value)
        = (${project}, (created_at AT TIME ZONE 'UTC')::date, ${column}, ${value})
    ) THEN ${value} ELSE ${beyond} END AS ${value}`;
};
