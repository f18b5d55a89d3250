import { BEYOND } from "#lib/domain/beyond.ts";
import { type DimensionParam, dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import type { MetricFilter } from "../schema.ts";

/** Written out: an index holds these rows alone. */
const BEYOND_SQL = Prisma.raw(`'${BEYOND}'`);

/** A dimension with more values on some days of a window than are counted individually. */
export interface ValuesBeyond {
  /** By its name in addresses. */
  dimension: DimensionParam;
  /** The number of such days (UTC). */
  days: number;
  /** The maximum number of values counted individually per day. */
  most: number;
  /**
   * The number of these days on which the filtered value was not counted individually, so that its answers are missing.
   */
  lacking: number;
}

/** The dimensions with more values in a window than are counted individually. */
export async function valuesBeyond({
  projectId,
  from,
  to,
  ...asked
}: Omit<MetricFilter, "tz">): Promise<ValuesBeyond[]> {
  const values = dimensionNames.map((name) => ({ dimension: dimensions[name].column, asked: asked[name] }));
  const found = await db().$queryRaw<{ column: string; days: number; lacking: number }[]>`
    SELECT dimension AS column, count(*)::int AS days, (count(*) FILTER (WHERE asked IS NOT NULL AND NOT EXISTS (
        SELECT FROM metric_values AS own
        WHERE (own.project_id, own.day, own.dimension, own.value) = (v.project_id, v.day, v.dimension, asked)
      )))::int AS lacking
    FROM metric_values AS v
    LEFT JOIN jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS filter(dimension text, asked text) USING (dimension)
    WHERE project_id = ${projectId}::uuid AND value = ${BEYOND_SQL} AND day BETWEEN ${from}::date AND ${to}::date
    GROUP BY dimension ORDER BY dimension`;
  return found.flatMap(({ column, ...days }) =>
    dimensionNames.flatMap((name) => {
      const { param, most, column: own } = dimensions[name];
      return own === column ? [{ dimension: param, most, ...days }] : [];
    }),
  );
}
