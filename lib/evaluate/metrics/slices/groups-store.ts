import { BEYOND } from "#lib/domain/beyond.ts";
import {
  type CohortKind,
  cohortKinds,
  type Dimension,
  dimensionNames,
  dimensions,
} from "#lib/domain/dimensions.ts";
import { type RaterGroups, unpackRaterGroups } from "#lib/domain/rater-groups.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { names, UNFOLDED } from "../rollups/slice-sql-store.ts";
import { type MetricFilter, SINGLE_MAX } from "../schema.ts";
import type { Counts, HistogramKind, Histograms } from "../summary.ts";
import { chooseSource, sliceColumn } from "./choose-source.ts";
import {
  BEYOND_SUMS,
  binned,
  binsOf,
  NO_RATERS,
  RATERS,
  STRETCH_SUMS,
  SUMMED,
  SUMS,
  unbinned,
} from "./group-sql-store.ts";
import { singleSlices } from "./single-slices-store.ts";
import { type Span, wholeWindow } from "./spans.ts";

/** A group: its key and metrics. */
export interface Group {
  /** The label of the spans, then the values of the dimensions in the requested order; "" means none. */
  key: string[];
  counts: Counts;
  histograms: Histograms;
  /** Null unless they were asked for. */
  raters: RaterGroups | null;
  /** The time of the last answer; up to half a day too late if hours were subtracted from a day. */
  lastAt: Date;
}

/** The unique time ranges that some spans read, and which spans use which. */
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

/** A read: its time ranges, grouping, slices or parts, and filter. */
export interface Reading {
  stretch: Prisma.Sql;
  by: readonly Dimension[];
  of: "slices" | "parts";
  and: (columnOf: (dimension: Dimension) => string) => Prisma.Sql;
}

/** The SQL of a read. */
interface Slices {
  /** CTEs that must precede it, if any. */
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
    await refuseTooMany(filter, source.cohort);
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

/** The time range that contains some spans. */
const rangeOf = (spans: readonly Span[]): { since: Date; until: Date } => ({
  since: new Date(Math.min(...spans.map(({ since }) => since.getTime()))),
  until: new Date(Math.max(...spans.map(({ until }) => until.getTime()))),
});

/** The number of answers to scan for a filter that is counted individually: those of its window and feature. */
export async function countCandidates({ projectId, from, to, tz, feature }: MetricFilter): Promise<number> {
  const window = { projectId, from, to, tz, feature };
  const [all] = await readGroups(window, wholeWindow(window, tz));
  return all?.counts.interactions ?? 0;
}

async function refuseTooMany(filter: MetricFilter, cohort: CohortKind): Promise<void> {
  const candidates = await countCandidates(filter);
  if (candidates <= SINGLE_MAX) return;
  const asked = cohortKinds.find((kind) => filter[kind] !== undefined) ?? cohort;
  const most = SINGLE_MAX.toLocaleString("en");
  const message = `with these other filters supports at most ${most} answers, and this window has ${candidates.toLocaleString("en")}. Use a shorter window, or filter by feature`;
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
  raters: string | null;
}

/** Maximum groups per label; the rest, with the fewest answers, are merged. */
export const GROUPS_MAX = 500;

/** The key of merged groups and of values not counted individually. */
const beyondKey = (dimensions: readonly Dimension[]): Prisma.Sql =>
  Prisma.sql`ARRAY[${names(["label", ...dimensions.map(() => `'${BEYOND}'`)])}]::text[]`;

/** Restricts each dimension to some values, in the order of the dimensions. */
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

/** The grouping of a read, and what to read besides counts. */
export interface Gathering {
  by?: readonly Dimension[];
  histograms?: readonly HistogramKind[];
  /** Whether to read thumbs by group of raters. */
  raters?: boolean;
  /** Restricts each dimension to these values, in the order of `by`. */
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
  { by: dimensions = [], histograms = [], raters = false, among = [] }: Gathering = {},
): Promise<Group[]> {
  const { stretch, use } = stretchesOf(spans);
  const and = amongOf(dimensions, among);
  const read = await slicesOf(filter, spans, { stretch, by: dimensions, of: "slices", and });
  const slices = read.from;
  const packed = raters ? RATERS : NO_RATERS;
  const [by, inner] = ["label", "stretch"].map((first) => beside(first, dimensions, read.columnOf)) as [
    Prisma.Sql,
    Prisma.Sql,
  ];
  const records = await db().$queryRaw<GroupRecord[]>`
    WITH ${read.ctes ? Prisma.sql`${read.ctes},` : Prisma.empty} counted AS (
      SELECT ${by}, max(last_at) AS "lastAt", ${SUMS} ${packed.ofLabel} FROM (
        SELECT ${inner}, max(last_at) AS last_at, ${STRETCH_SUMS} ${packed.ofStretch} ${slices} GROUP BY ${inner}
      ) AS stretched JOIN ${use} USING (stretch) GROUP BY ${by}
    ),
    binned AS (${histograms.length > 0 ? binned(binsOf(histograms, inner, slices), by, use) : unbinned(by)}),
    placed AS (
      SELECT ARRAY[${by}]::text[] AS key, counted.*,
        ${dimensions.length > 0}::boolean AND (ARRAY[${by}]::text[] = ${beyondKey(dimensions)}
          OR row_number() OVER (PARTITION BY label ORDER BY interactions DESC, ${by}) > ${GROUPS_MAX}::int) AS beyond
      FROM counted WHERE interactions > 0
    )
    SELECT key, histograms, "lastAt", ${packed.read}, ${SUMMED} FROM placed LEFT JOIN binned USING (${by}) WHERE NOT beyond
    UNION ALL
    SELECT ${beyondKey(dimensions)}, NULL, max("lastAt"), ${packed.ofBeyond}, ${BEYOND_SUMS} FROM placed WHERE beyond GROUP BY label
    ORDER BY interactions DESC, key`;
  return records.map(({ key, lastAt, histograms: bins, raters: thumbs, ...counts }) => ({
    key,
    lastAt,
    counts,
    histograms: bins ?? {},
    raters: raters ? unpackRaterGroups(thumbs) : null,
  }));
}

/** The values of dimensions with the most answers, most first, up to a limit. */
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
