import { Prisma, type Transaction } from "#lib/platform/db/client";
import { deleteSlices } from "./count-slices-store.ts";
import { countColumns, histogramColumns, keyColumns, type SliceWidth, sumColumns } from "./slice-columns.ts";
import { HISTOGRAMS_OR_NONE, histogramsOf, KEY, names, SLICE, starValues } from "./slice-sql-store.ts";

/** Makes slices of one width of the finer ones that lie in them, in place of what was there. */
export async function mergeSlices(
  tx: Transaction,
  projectId: string,
  from: "minute" | "hour",
  width: "hour" | "day",
  starts: readonly string[],
): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  await deleteSlices(tx, projectId, width, starts);
  await tx.$executeRaw`
    WITH finer AS MATERIALIZED (${finerOf(project, from, width, starts, "metric_slices")}),
    counted AS (SELECT ${KEY}, ${names(sums)} FROM finer GROUP BY ${KEY}),
    merged AS (${mergedHistograms}),
    histograms AS (${histogramsOf(Prisma.sql`merged`)}),
    written AS (
      INSERT INTO metric_slices (project_id, width, ${SLICE})
      SELECT ${project}, ${width}::"SliceWidth", counted.*, ${HISTOGRAMS_OR_NONE}
      FROM counted LEFT JOIN histograms USING (${KEY})
    ),
    parts AS (${finerOf(project, from, width, starts, "metric_slice_parts")})
    INSERT INTO metric_slice_parts (project_id, width, ${KEY}, kind, name, count)
    SELECT ${project}, ${width}::"SliceWidth", ${KEY}, kind, name, sum(count) FROM parts GROUP BY ${KEY}, kind, name`;
}

/** The finer slices, or their parts, with the start of the slice that they lie in for their own. */
function finerOf(
  project: Prisma.Sql,
  from: SliceWidth,
  width: SliceWidth,
  starts: readonly string[],
  table: "metric_slices" | "metric_slice_parts",
): Prisma.Sql {
  const own = keyColumns.filter((column) => column !== "cube" && column !== "start");
  const rest =
    table === "metric_slices"
      ? [
          "last_at",
          ...countColumns,
          ...Object.keys(sumColumns),
          "stars",
          ...Object.values(histogramColumns).flat(),
        ]
      : ["kind", "name", "count"];
  return Prisma.sql`
    SELECT finer.cube, due.start, ${names([...own, ...rest].map((column) => `finer.${column}`))}
    FROM unnest(${starts}::text[]::timestamptz[]) AS due (start)
    CROSS JOIN unnest(enum_range(NULL::"SliceCube")) AS each (cube)
    JOIN ${Prisma.raw(table)} AS finer ON finer.project_id = ${project} AND finer.cube = each.cube
      AND finer.width = ${from}::"SliceWidth" AND finer.start >= due.start
      AND finer.start < due.start + ${`1 ${width}`}::text::interval`;
}

/** The columns of counts, sums and stars, added up, in the order of SLICE. */
const sums = [
  "max(last_at) AS last_at",
  ...countColumns.map((column) => `sum(${column}) AS ${column}`),
  ...Object.keys(sumColumns).map((column) => `sum(${column}) AS ${column}`),
  `ARRAY[${starValues.map((star) => `sum(stars[${star}])::int`).join(", ")}] AS stars`,
];

/** One row a slice, kind of histogram and bucket. */
const mergedHistograms = Prisma.sql`
  SELECT ${KEY}, kind, bucket, sum(count)::int AS count
  FROM finer
  CROSS JOIN LATERAL (
    ${Prisma.raw(
      Object.entries(histogramColumns)
        .map(([kind, [buckets, counts]]) => `SELECT '${kind}' AS kind, * FROM unnest(${buckets}, ${counts})`)
        .join(" UNION ALL "),
    )}
  ) AS bin (kind, bucket, count)
  GROUP BY ${KEY}, kind, bucket`;
