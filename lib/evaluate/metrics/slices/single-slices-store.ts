import { dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { Prisma } from "#lib/platform/db/client.ts";
import { partsOf } from "../rollups/count-parts-store.ts";
import { binsOf, COUNTS, factsOf } from "../rollups/count-slices-store.ts";
import { countColumns, histogramColumns, sumColumns } from "../rollups/slice-columns.ts";
import { names } from "../rollups/slice-sql-store.ts";
import type { MetricFilter } from "../schema.ts";

/** CTEs with `single_slices` and `single_parts`, which are like the slices of the rollups and their parts. */
interface SingleSlices {
  slices: Prisma.Sql;
  parts: Prisma.Sql;
}

/**
 * Slices of hours made of the answers of a filter themselves, by some columns, as the rollups make them. Costs as much as
 * its window and feature have answers, which are read in the order of time: the caller sees to it that these are few.
 */
export function singleSlices(
  filter: MetricFilter,
  columns: readonly string[],
  { since, until }: { since: Date; until: Date },
): SingleSlices {
  const project = Prisma.sql`${filter.projectId}::uuid`;
  const range = Prisma.sql`(VALUES (${since.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz))`;
  const facts = factsOf(project, "hour", range, { and: equals(filter) });
  const by = names(["start", ...columns]);
  const kinds = Object.entries(histogramColumns);
  const bins = kinds.flatMap(([kind, [buckets, counts]]) => [
    `${kind}.buckets AS ${buckets}`,
    `${kind}.counts AS ${counts}`,
  ]);
  const counted = ["last_at", ...countColumns, ...Object.keys(sumColumns), "stars", "raters"];
  return {
    slices: Prisma.sql`${facts},
      single_counts AS (SELECT ${by}, ${COUNTS} FROM facts GROUP BY ${by}),
      single_slices AS MATERIALIZED (
        SELECT ${by}, ${names([...counted, ...bins])} FROM single_counts
        ${Prisma.raw(kinds.map(([kind]) => binsOf(kind)).join(" "))}
      )`,
    parts: Prisma.sql`${facts},
      parts AS MATERIALIZED (${partsOf(project)}),
      single_parts AS MATERIALIZED (
        SELECT ${by}, jsonb_build_array(kind, name)::text AS part, count(*) AS count, COALESCE(sum(value), 0) AS sum,
          COALESCE(sum(value * value), 0) AS sum_squares
        FROM parts GROUP BY ${by}, kind, name
      )`,
  };
}

/** The conditions of a filter on interactions; "" matches rows without a value. */
function equals(filter: MetricFilter): Prisma.Sql {
  const asked = dimensionNames.flatMap((dimension) => {
    const value = filter[dimension];
    if (value === undefined) return [];
    const column = Prisma.raw(dimensions[dimension].column);
    return [value === "" ? Prisma.sql`AND ${column} IS NULL` : Prisma.sql`AND ${column} = ${value}`];
  });
  return Prisma.join([Prisma.empty, ...asked], " ");
}
