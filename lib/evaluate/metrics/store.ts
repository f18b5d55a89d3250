import { db, Prisma } from "#lib/platform/db/client";
import { columnOf, cubeOf, type Dimension } from "./choose-cube.ts";
import type { SliceTable } from "./rollups/find-slices-store.ts";
import { countColumns, histogramColumns, type partKinds, sumColumns } from "./rollups/slice-columns.ts";
import { names, starValues } from "./rollups/slice-sql-store.ts";
import type { CohortKind, MetricFilter } from "./schema.ts";
import type { Span } from "./spans.ts";
import type { Counts, HistogramKind, Histograms } from "./summary.ts";

/** What belongs to one key of a grouping. */
export interface Group {
  /** The label of the spans, then the values of the dimensions in the order asked for; "" stands for none. */
  key: string[];
  counts: Counts;
  histograms: Histograms;
  /** When the last answer was given; up to half a day too late where hours were taken away from a day. */
  lastAt: Date;
}

/** How often something with a name was counted. */
export interface PartCount {
  /** As of a {@link Group}. */
  key: string[];
  kind: string;
  name: string;
  count: number;
  /** Of scores: their values added up, and their squares. */
  sum: number;
  sumSquares: number;
}

/** The kinds of what is counted by name. */
type PartKind = (typeof partKinds)[number];

/** The stretches that some spans read, each once though two spans may share it, and which spans are made of which. */
function stretchesOf(spans: readonly Span[]): { stretch: Prisma.Sql; use: Prisma.Sql } {
  const stretches = new Map<string, number>();
  const rows: (Pick<Span, "width" | "since" | "until"> & { stretch: number })[] = [];
  const uses = spans.map(({ label, sign, width, since, until }) => {
    const key = `${width} ${since.getTime()} ${until.getTime()}`;
    const stretch = stretches.get(key) ?? rows.push({ stretch: rows.length, width, since, until }) - 1;
    stretches.set(key, stretch);
    return { label, sign, stretch };
  });
  return {
    stretch: Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS stretch (stretch int, width "SliceWidth", since timestamptz, until timestamptz)`,
    use: Prisma.sql`jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) AS use (label text, sign int, stretch int)`,
  };
}

/**
 * The slices, or their parts, that a filter means, of each stretch. OFFSET 0 keeps the planner from joining, which it
 * does by reading the whole table: each stretch is looked up by the key.
 */
function chosen(
  filter: MetricFilter,
  {
    stretch,
    by,
    table,
    and,
  }: { stretch: Prisma.Sql; by: readonly Dimension[]; table: SliceTable; and: Prisma.Sql },
): Prisma.Sql {
  const equal = (name: string, value: string | undefined) =>
    value === undefined ? Prisma.empty : Prisma.sql`AND slice.${Prisma.raw(name)} = ${value}`;
  return Prisma.sql`
    FROM ${stretch} CROSS JOIN LATERAL (
      SELECT * FROM ${Prisma.raw(table)} AS slice WHERE slice.project_id = ${filter.projectId}::uuid
        AND slice.cube = ${cubeOf(filter, by)}::"SliceCube" AND slice.width = stretch.width
        AND slice.start >= stretch.since AND slice.start < stretch.until ${and}
        ${equal("feature_name", filter.feature)} ${equal("model_name", filter.model)}
        ${equal("prompt_version", filter.promptVersion)} ${equal("prompt_template", filter.promptTemplate)}
        ${equal("variant", filter.variant)} ${equal("cohort", filter.cohort?.value)} OFFSET 0
    ) AS slice`;
}

/** A first column and the dimensions, as SQL. */
const beside = (first: string, dimensions: readonly Dimension[]): Prisma.Sql =>
  names([first, ...dimensions.map((dimension) => columnOf[dimension])]);

interface GroupRecord extends Counts {
  key: string[];
  lastAt: Date;
  histograms: Histograms | null;
}

const sums = [...countColumns, ...Object.keys(sumColumns)];

/** Of the slices of one stretch. Sums of bigints are slow, as they are numeric: these stay far below 2^53. */
const STRETCH_SUMS = names([
  ...countColumns.map((column) => `sum(${column}) AS ${column}`),
  ...Object.keys(sumColumns).map((column) => `sum(${column}::float8) AS ${column}`),
  ...starValues.map((star) => `sum(stars[${star}]) AS stars_${star}`),
]);

/** Of the stretches of one label. */
const SUMS = names([
  ...sums.map((column) => `sum(sign * ${column})::float8 AS "${camel(column)}"`),
  `ARRAY[${starValues.map((star) => `sum(sign * stars_${star})::int`).join(", ")}] AS stars`,
]);

const SUMMED = names([...sums.map((column) => `"${camel(column)}"`), "stars"]);

/**
 * The bins of some histograms, added up by a stretch and dimensions. Lists are unfolded beside each other, not by a join:
 * that takes half as long.
 */
const binsOf = (kinds: readonly HistogramKind[], inner: Prisma.Sql, slices: Prisma.Sql): Prisma.Sql =>
  Prisma.join(
    kinds.map((kind) => {
      const [buckets, counts] = histogramColumns[kind];
      return Prisma.sql`
        SELECT ${inner}, ${kind} AS kind, bucket, sum(count) AS count FROM (
          SELECT ${inner}, ${Prisma.raw(`unnest(${buckets}) AS bucket, unnest(${counts}) AS count`)} ${slices}
        ) AS bin GROUP BY ${inner}, bucket`;
    }),
    " UNION ALL ",
  );

/** The histograms of some groups, of the bins of their stretches. */
const binned = (bins: Prisma.Sql, by: Prisma.Sql, use: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT ${by}, jsonb_object_agg(kind, bins) AS histograms FROM (
    SELECT ${by}, kind, jsonb_object_agg(bucket, count) AS bins FROM (
      SELECT ${by}, kind, bucket, sum(sign * count) AS count FROM (${bins}) AS stretched
      JOIN ${use} USING (stretch) GROUP BY ${by}, kind, bucket
    ) AS summed GROUP BY ${by}, kind
  ) AS gathered GROUP BY ${by}`;

const unbinned = (by: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SELECT ${by}, NULL::jsonb AS histograms FROM counted`;

/** What a read of groups is to gather by, and what beyond counts it is to read. */
export interface Gathering {
  by?: readonly Dimension[];
  histograms?: readonly HistogramKind[];
  /** Of each dimension only these values, in the order of `by`. */
  among?: readonly (readonly string[])[];
}

/**
 * Gathers what a filter means over some spans by dimensions, in one statement and so of one moment: the key with most
 * answers first, keys without answers absent. Histograms are read where they are asked for.
 */
export async function readGroups(
  filter: MetricFilter,
  spans: readonly Span[],
  { by: dimensions = [], histograms = [], among = [] }: Gathering = {},
): Promise<Group[]> {
  const [by, inner] = [beside("label", dimensions), beside("stretch", dimensions)];
  const { stretch, use } = stretchesOf(spans);
  const these = among.map((values, index) => {
    const column = Prisma.raw(columnOf[dimensions[index] as Dimension]);
    return Prisma.sql`AND slice.${column} = ANY(${[...values]}::text[])`;
  });
  const and = Prisma.join([Prisma.empty, ...these], " ");
  const slices = chosen(filter, { stretch, by: dimensions, table: "metric_slices", and });
  const records = await db().$queryRaw<GroupRecord[]>`
    WITH counted AS (
      SELECT ${by}, max(last_at) AS "lastAt", ${SUMS} FROM (
        SELECT ${inner}, max(last_at) AS last_at, ${STRETCH_SUMS} ${slices} GROUP BY ${inner}
      ) AS stretched JOIN ${use} USING (stretch) GROUP BY ${by}
    ),
    binned AS (${histograms.length > 0 ? binned(binsOf(histograms, inner, slices), by, use) : unbinned(by)})
    SELECT ARRAY[${by}]::text[] AS key, histograms, "lastAt", ${SUMMED}
    FROM counted LEFT JOIN binned USING (${by}) WHERE interactions > 0 ORDER BY interactions DESC, key`;
  return records.map(({ key, lastAt, histograms: read, ...counts }) => ({
    key,
    lastAt,
    counts,
    histograms: read ?? {},
  }));
}

/** The values of dimensions with most answers, at most so many, the first with most. */
export async function readLargest(
  filter: MetricFilter,
  spans: readonly Span[],
  dimensions: readonly Dimension[],
  most: number,
): Promise<string[][]> {
  const { stretch, use } = stretchesOf(spans);
  const slices = chosen(filter, { stretch, by: dimensions, table: "metric_slices", and: Prisma.empty });
  const by = names(dimensions.map((dimension) => columnOf[dimension]));
  const found = await db().$queryRaw<{ key: string[] }[]>`
    SELECT ARRAY[${by}]::text[] AS key FROM (
      SELECT ${beside("stretch", dimensions)}, sum(interactions) AS interactions ${slices}
      GROUP BY ${beside("stretch", dimensions)}
    ) AS stretched JOIN ${use} USING (stretch) GROUP BY ${by} HAVING sum(sign * interactions) > 0
    ORDER BY sum(sign * interactions) DESC, key LIMIT ${most}::int`;
  return found.map(({ key }) => key);
}

/** What a filter means over some spans and has names, by dimensions. */
export function readParts(
  filter: MetricFilter,
  spans: readonly Span[],
  kinds: readonly PartKind[],
  dimensions: readonly Dimension[] = [],
): Promise<PartCount[]> {
  const [by, inner] = [beside("label", dimensions), beside("stretch", dimensions)];
  const { stretch, use } = stretchesOf(spans);
  const and = Prisma.sql`AND slice.kind = ANY(${[...kinds]}::text[])`;
  const slices = chosen(filter, { stretch, by: dimensions, table: "metric_slice_parts", and });
  return db().$queryRaw`
    SELECT ARRAY[${by}]::text[] AS key, kind, name, sum(sign * count)::float8 AS count, sum(sign * sum) AS sum,
      sum(sign * sum_squares) AS "sumSquares"
    FROM (
      SELECT ${inner}, kind, name, sum(count) AS count, sum(sum) AS sum, sum(sum_squares) AS sum_squares ${slices}
      GROUP BY ${inner}, kind, name
    ) AS stretched JOIN ${use} USING (stretch) GROUP BY ${by}, kind, name HAVING sum(sign * count) > 0
    ORDER BY count DESC, name`;
}

/** Which features, models, prompt templates and versions a project's answers have had, together. */
export function readDimensions(
  projectId: string,
): Promise<{ featureName: string; modelName: string; promptTemplate: string; promptVersion: string }[]> {
  return db().$queryRaw`
    SELECT feature_name AS "featureName", model_name AS "modelName", prompt_template AS "promptTemplate",
      prompt_version AS "promptVersion"
    FROM metric_slices WHERE project_id = ${projectId}::uuid AND cube = 'core' AND width = 'day'
    GROUP BY feature_name, model_name, prompt_template, prompt_version`;
}

/**
 * The cohorts of each kind that a project's answers have had since a moment, those with most answers first, at most `most`
 * a kind.
 */
export function readCohorts(
  projectId: string,
  since: Date,
  most: number,
): Promise<{ kind: CohortKind; value: string }[]> {
  return db().$queryRaw`
    SELECT kind, value FROM (
      SELECT cube::text AS kind, cohort AS value, row_number() OVER (PARTITION BY cube ORDER BY sum(interactions) DESC, cohort) AS place
      FROM metric_slices WHERE project_id = ${projectId}::uuid AND cube = ANY(ARRAY['tenant', 'language', 'segment']::"SliceCube"[])
        AND width = 'day' AND start >= ${since.toISOString()}::timestamptz GROUP BY cube, cohort
    ) AS ranked WHERE place <= ${most}::int ORDER BY kind, place`;
}

function camel(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
