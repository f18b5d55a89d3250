import { BEYOND } from "#lib/domain/beyond.ts";
import { cohortKinds, type Dimension, dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { names, UNFOLDED } from "../rollups/slice-sql-store.ts";
import { type MetricFilter, SINGLE_MAX } from "../schema.ts";
import type { Counts, HistogramKind, Histograms } from "../summary.ts";
import { chooseSource, sliceColumn } from "./choose-source.ts";
import { BEYOND_SUMS, binned, binsOf, STRETCH_SUMS, SUMMED, SUMS, unbinned } from "./group-sql-store.ts";
import { singleSlices } from "./single-slices-store.ts";
import { type Span, wholeWindow } from "./spans.ts";

/** What belongs to one key of a grouping. */
export interface Group {
  /** The label of the spans, then the values of the dimensions in the order asked for; "" stands for none. */
  key: string[];
  counts: Counts;
  histograms: Histograms;
  /** When the last answer was given; up to half a day too late where hours were taken away from a day. */
  lastAt: Date;
}

/** The stretches that some spans read, each once though two spans may share it, and which spans are made of which. */
export function stretchesOf(spans: readonly Span[]): { stretch: Prisma.Sql; use: Prisma.Sql } {
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

/** What a read looks at: which stretches, gathered by what, slices or their parts, within what. */
export interface Reading {
  stretch: Prisma.Sql;
  by: readonly Dimension[];
  of: "slices" | "parts";
  and: (columnOf: (dimension: Dimension) => string) => Prisma.Sql;
}

/** SQL that a read is made of. */
interface Slices {
  /** What must stand before it in WITH, if anything. */
  ctes: Prisma.Sql | null;
  from: Prisma.Sql;
  columnOf: (dimension: Dimension) => string;
}

/**
 * The slices, or their parts, that a filter means, of each stretch. OFFSET 0 keeps the planner from joining, which it
 * does by reading the whole table: each stretch is looked up by the key. Where no cube has all that is asked for, slices
 * of hours are made of the answers themselves.
 */
export async function slicesOf(
  filter: MetricFilter,
  spans: readonly Span[],
  reading: Reading,
): Promise<Slices> {
  const { stretch, by, of, and } = reading;
  const source = chooseSource(filter, by);
  if (source.cube === null) {
    await refuseTooMany(filter);
    const made = singleSlices(
      filter,
      by.map((dimension) => dimensions[dimension].column),
      rangeOf(spans),
    );
    const name = Prisma.raw(of === "slices" ? "single_slices" : "single_parts");
    return {
      ctes: of === "slices" ? made.slices : made.parts,
      columnOf: (dimension) => dimensions[dimension].column,
      from: Prisma.sql`
        FROM ${stretch} CROSS JOIN LATERAL (
          SELECT * FROM ${name} AS slice WHERE slice.start >= stretch.since AND slice.start < stretch.until
            ${and((dimension) => dimensions[dimension].column)} OFFSET 0
        ) AS slice`,
    };
  }
  const equals = dimensionNames.flatMap((dimension) => {
    const value = filter[dimension];
    return value === undefined
      ? []
      : [Prisma.sql`AND slice.${Prisma.raw(sliceColumn(dimension))} = ${value}`];
  });
  return {
    ctes: null,
    columnOf: sliceColumn,
    from: Prisma.sql`
      FROM ${stretch} CROSS JOIN LATERAL (
        SELECT * FROM metric_slices AS slice ${of === "parts" ? UNFOLDED : Prisma.empty}
        WHERE slice.project_id = ${filter.projectId}::uuid
          AND slice.cube = ${source.cube}::"SliceCube" AND slice.width = stretch.width
          AND slice.start >= stretch.since AND slice.start < stretch.until ${and(sliceColumn)}
          ${Prisma.join([Prisma.empty, ...equals], " ")} OFFSET 0
      ) AS slice`,
  };
}

/** The time that some spans lie in. */
const rangeOf = (spans: readonly Span[]): { since: Date; until: Date } => ({
  since: new Date(Math.min(...spans.map(({ since }) => since.getTime()))),
  until: new Date(Math.max(...spans.map(({ until }) => until.getTime()))),
});

/** How many answers would be looked through to count a filter from single ones: those of its window and feature. */
export async function countCandidates({ projectId, from, to, tz, feature }: MetricFilter): Promise<number> {
  const window = { projectId, from, to, tz, feature };
  const [all] = await readGroups(window, wholeWindow(window, tz));
  return all?.counts.interactions ?? 0;
}

async function refuseTooMany(filter: MetricFilter): Promise<void> {
  const candidates = await countCandidates(filter);
  if (candidates <= SINGLE_MAX) return;
  const [asked = "tenant"] = cohortKinds.filter((kind) => filter[kind] !== undefined);
  const most = SINGLE_MAX.toLocaleString("en");
  const message = `beside what else is asked for is counted from single answers, at most ${most}: this window has ${candidates.toLocaleString("en")}. Ask for fewer days or one feature`;
  throw new Problem("invalid_query", `${asked}: ${message}.`, { errors: [{ path: asked, message }] });
}

/** A first column and the dimensions, as SQL. */
export const beside = (
  first: string,
  dimensions: readonly Dimension[],
  columns: Slices["columnOf"],
): Prisma.Sql => names([first, ...dimensions.map(columns)]);

interface GroupRecord extends Counts {
  key: string[];
  lastAt: Date;
  histograms: Histograms | null;
}

/** Most groups of one label that are told apart; those with fewest answers are one. */
export const GROUPS_MAX = 500;

/** The key of what is beyond, and of what its days did not count apart. */
const beyondKey = (dimensions: readonly Dimension[]): Prisma.Sql =>
  Prisma.sql`ARRAY[${names(["label", ...dimensions.map(() => `'${BEYOND}'`)])}]::text[]`;

/** Of each dimension only some values, in the order of the dimensions. */
export const amongOf =
  (dimensions: readonly Dimension[], among: readonly (readonly string[])[]): Reading["and"] =>
  (columns) =>
    Prisma.join(
      [
        Prisma.empty,
        ...among.map((values, index) => {
          const column = Prisma.raw(columns(dimensions[index] as Dimension));
          return Prisma.sql`AND slice.${column} = ANY(${[...values]}::text[])`;
        }),
      ],
      " ",
    );

/** What a read of groups is to gather by, and what beyond counts it is to read. */
export interface Gathering {
  by?: readonly Dimension[];
  histograms?: readonly HistogramKind[];
  /** Of each dimension only these values, in the order of `by`. */
  among?: readonly (readonly string[])[];
}

/**
 * Gathers what a filter means over some spans by dimensions, in one statement and so of one moment: the key with most
 * answers first, keys without answers absent; beyond {@link GROUPS_MAX} those with fewest answers are one,
 * together with what their days did not count apart, and without histograms. Histograms are read where they are asked for.
 */
export async function readGroups(
  filter: MetricFilter,
  spans: readonly Span[],
  { by: dimensions = [], histograms = [], among = [] }: Gathering = {},
): Promise<Group[]> {
  const { stretch, use } = stretchesOf(spans);
  const and = amongOf(dimensions, among);
  const read = await slicesOf(filter, spans, { stretch, by: dimensions, of: "slices", and });
  const slices = read.from;
  const [by, inner] = ["label", "stretch"].map((first) => beside(first, dimensions, read.columnOf)) as [
    Prisma.Sql,
    Prisma.Sql,
  ];
  const records = await db().$queryRaw<GroupRecord[]>`
    WITH ${read.ctes ? Prisma.sql`${read.ctes},` : Prisma.empty} counted AS (
      SELECT ${by}, max(last_at) AS "lastAt", ${SUMS} FROM (
        SELECT ${inner}, max(last_at) AS last_at, ${STRETCH_SUMS} ${slices} GROUP BY ${inner}
      ) AS stretched JOIN ${use} USING (stretch) GROUP BY ${by}
    ),
    binned AS (${histograms.length > 0 ? binned(binsOf(histograms, inner, slices), by, use) : unbinned(by)}),
    placed AS (
      SELECT ARRAY[${by}]::text[] AS key, counted.*,
        ${dimensions.length > 0}::boolean AND (ARRAY[${by}]::text[] = ${beyondKey(dimensions)}
          OR row_number() OVER (PARTITION BY label ORDER BY interactions DESC, ${by}) > ${GROUPS_MAX}::int) AS beyond
      FROM counted WHERE interactions > 0
    )
    SELECT key, histograms, "lastAt", ${SUMMED} FROM placed LEFT JOIN binned USING (${by}) WHERE NOT beyond
    UNION ALL
    SELECT ${beyondKey(dimensions)}, NULL, max("lastAt"), ${BEYOND_SUMS} FROM placed WHERE beyond GROUP BY label
    ORDER BY interactions DESC, key`;
  return records.map(({ key, lastAt, histograms: bins, ...counts }) => ({
    key,
    lastAt,
    counts,
    histograms: bins ?? {},
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
  const reading = { stretch, by: dimensions, of: "slices" as const, and: () => Prisma.empty };
  const { ctes, from, columnOf: columns } = await slicesOf(filter, spans, reading);
  const by = names(dimensions.map(columns));
  const inner = beside("stretch", dimensions, columns);
  const found = await db().$queryRaw<{ key: string[] }[]>`
    ${ctes ? Prisma.sql`WITH ${ctes}` : Prisma.empty} SELECT ARRAY[${by}]::text[] AS key FROM (
      SELECT ${inner}, sum(interactions) AS interactions ${from}
      GROUP BY ${inner}
    ) AS stretched JOIN ${use} USING (stretch) GROUP BY ${by} HAVING sum(sign * interactions) > 0
    ORDER BY sum(sign * interactions) DESC, key LIMIT ${most}::int`;
  return found.map(({ key }) => key);
}
