import { cohortKinds, dimensionNames } from "#lib/domain/dimensions.ts";
import type { Scope } from "#lib/domain/scope.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { partsOf } from "../rollups/count-parts-store.ts";
import { binsOf, COUNTS, factsOf } from "../rollups/count-slices-store.ts";
import { inCubes } from "../rollups/cubes-store.ts";
import { sumOfPacked } from "../rollups/pack-raters-store.ts";
import { dimensionColumns, type SliceCube } from "../rollups/slice-columns.ts";
import { KEY, names, UNFOLDED } from "../rollups/slice-sql-store.ts";
import { chooseSource, sliceColumn } from "./choose-source.ts";

/** The answers of a scope in a stretch of time; `until` is exclusive. */
export interface Stretch {
  scope: Scope;
  since: Date;
  until: Date;
}

/** What is counted of a stretch in one of its slices. */
export interface WatchedCounts {
  /** The number of the stretch. */
  ask: number;
  at: Date;
  interactions: number;
  rated: number;
  ratings: number;
  thumbsUp: number;
  thumbsDown: number;
  starSum: number;
  starCount: number;
  latencyMs: number;
  timed: number;
  costUsd: number;
  priced: number;
  tokens: number;
  sized: number;
}

/** How often something named was counted in one of a stretch's slices. */
export interface WatchedPart {
  ask: number;
  at: Date;
  /** Its kind and its name, with a space between them. */
  name: string;
  count: number;
}

/** Where slices come from. */
export interface WatchedSource {
  /** Whether cubes of fewer dimensions are there, too. */
  hasMargins: boolean;
  ctes: Prisma.Sql;
  slices: Prisma.Sql;
  /** The same with a row for each named part, as text. */
  parts: Prisma.Sql;
}

/** The stored slices of a width. */
export const storedSlices = (projectId: string, width: "minute" | "hour" | "day"): WatchedSource => {
  const own = Prisma.sql`slice.project_id = ${projectId}::uuid AND slice.width = ${width}::"SliceWidth" AND`;
  return {
    hasMargins: width !== "minute",
    ctes: Prisma.empty,
    slices: Prisma.sql`metric_slices AS slice WHERE ${own}`,
    parts: Prisma.sql`metric_slices AS slice ${UNFOLDED} WHERE ${own}`,
  };
};

/**
 * Slices of minutes made of the answers themselves, where none are kept: of parts of hours that are not busy, so there are
 * few answers.
 */
export function minutesOfAnswers(
  projectId: string,
  ranges: readonly { since: Date; until: Date }[],
): WatchedSource {
  const project = Prisma.sql`${projectId}::uuid`;
  const range = Prisma.sql`jsonb_to_recordset(${JSON.stringify(merged(ranges))}::jsonb) AS due (since timestamptz, until timestamptz)`;
  return {
    hasMargins: false,
    ctes: Prisma.sql`WITH ${factsOf(project, "minute", Prisma.sql`(SELECT since, until FROM ${range})`, {})},
      counted AS MATERIALIZED (
        SELECT counted.*, latency.buckets AS latency_buckets, latency.counts AS latency_counts
        FROM (${inCubes(COUNTS, Prisma.sql`facts`)}) AS counted ${Prisma.raw(binsOf("latency"))}
      ),
      parts AS MATERIALIZED (${partsOf(project)}),
      counted_parts AS MATERIALIZED (
        SELECT ${KEY}, kind || ' ' || name AS part, count
        FROM (${inCubes(Prisma.sql`kind, name, count(*) AS count`, Prisma.sql`parts`, Prisma.sql`, kind, name`)}) AS named
      )`,
    slices: Prisma.sql`counted AS slice WHERE`,
    parts: Prisma.sql`counted_parts AS slice WHERE`,
  };
}

/** Time ranges without what they share, which would be read twice. */
function merged(ranges: readonly { since: Date; until: Date }[]): { since: Date; until: Date }[] {
  const found: { since: Date; until: Date }[] = [];
  for (const { since, until } of [...ranges].sort((one, other) => +one.since - +other.since)) {
    const last = found.at(-1);
    if (last && since <= last.until) last.until = new Date(Math.max(+last.until, +until));
    else found.push({ since, until });
  }
  return found;
}

/** The cube of a scope. */
function cubeOf(scope: Scope, hasMargins: boolean): SliceCube {
  if (!hasMargins) return cohortKinds.find((kind) => scope[kind] !== undefined) ?? "core";
  const { cube } = chooseSource({ projectId: "", from: "", to: "", tz: "UTC", ...scope }, []);
  if (cube === null) throw new Error("No cube has the dimensions of this scope together.");
  return cube;
}

/** Stretches as a table, each with the columns that its scope names. */
function asked(stretches: readonly Stretch[], hasMargins: boolean, parts?: readonly string[][]): Prisma.Sql {
  const rows = stretches.map(({ scope, since, until }, ask) => ({
    ...{ ask, since, until, cube: cubeOf(scope, hasMargins), parts: parts?.[ask] ?? [] },
    ...Object.fromEntries(
      dimensionNames.flatMap((name) => (scope[name] === undefined ? [] : [[sliceColumn(name), scope[name]]])),
    ),
  }));
  const columns = dimensionColumns.map((column) => `${column} text`);
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS ask (
    ask int, since timestamptz, until timestamptz, cube "SliceCube", parts text[], ${names(columns)})`;
}

/** The slices of a stretch. OFFSET 0 keeps the look into each from becoming a join. */
const WITHIN = Prisma.raw(`slice.cube = ask.cube AND slice.start >= ask.since AND slice.start < ask.until
  ${dimensionColumns.map((column) => `AND (ask.${column} IS NULL OR slice.${column} = ask.${column})`).join(" ")}`);

const counted = {
  interactions: "interactions",
  rated: "rated",
  ratings: "ratings",
  thumbsUp: "thumbs_up",
  thumbsDown: "thumbs_down",
  starSum: "stars[1] + 2 * stars[2] + 3 * stars[3] + 4 * stars[4] + 5 * stars[5]",
  starCount: "stars[1] + stars[2] + stars[3] + stars[4] + stars[5]",
  latencyMs: "latency_ms",
  timed: "timed",
  costUsd: "cost_usd",
  priced: "priced",
  tokens: "tokens",
  sized: "sized",
};

const SUMS = names(
  Object.entries(counted).map(([name, column]) => `COALESCE(sum((${column})::float8), 0) AS "${name}"`),
);

/** What is counted of stretches by slice, in one statement. */
export const readWatchedCounts = (
  { ctes, slices, hasMargins }: WatchedSource,
  stretches: readonly Stretch[],
): Promise<WatchedCounts[]> =>
  stretches.length === 0
    ? Promise.resolve([])
    : db().$queryRaw`
        ${ctes} SELECT ask.ask, slice.start AS at, ${SUMS} FROM ${asked(stretches, hasMargins)}
        CROSS JOIN LATERAL (SELECT * FROM ${slices} ${WITHIN} OFFSET 0) AS slice
        GROUP BY ask.ask, slice.start`;

/**
 * How often something named was counted in stretches, by slice, in one statement.
 * @param parts what is counted of each stretch: as stored slices have it by number, else by kind and name.
 */
export const readWatchedParts = (
  { ctes, parts: slices, hasMargins }: WatchedSource,
  stretches: readonly Stretch[],
  parts: readonly string[][],
): Promise<WatchedPart[]> =>
  parts.every((list) => list.length === 0)
    ? Promise.resolve([])
    : db().$queryRaw`
        ${ctes} SELECT ask.ask, slice.start AS at, slice.part AS name, sum(slice.count)::float8 AS count
        FROM ${asked(stretches, hasMargins, parts)}
        CROSS JOIN LATERAL (
          SELECT start, part::text AS part, count FROM ${slices} ${WITHIN} AND part::text = ANY(ask.parts) OFFSET 0
        ) AS slice
        GROUP BY ask.ask, slice.start, slice.part`;

/** The histograms of latency of stretches, in one statement. */
export const readWatchedLatencies = (
  { ctes, slices, hasMargins }: WatchedSource,
  stretches: readonly Stretch[],
): Promise<{ ask: number; bucket: number; count: number }[]> =>
  stretches.length === 0
    ? Promise.resolve([])
    : db().$queryRaw`
        ${ctes} SELECT ask.ask, bin.bucket, sum(bin.count)::float8 AS count FROM ${asked(stretches, hasMargins)}
        CROSS JOIN LATERAL (
          SELECT unnest(latency_buckets) AS bucket, unnest(latency_counts) AS count FROM ${slices} ${WITHIN} OFFSET 0
        ) AS bin
        GROUP BY ask.ask, bin.bucket`;

/** Thumbs by group of raters of stretches, by day (UTC) and packed, in one statement. */
export const readWatchedRaters = (
  projectId: string,
  stretches: readonly Stretch[],
): Promise<{ ask: number; raters: string | null }[]> => {
  const { slices } = storedSlices(projectId, "day");
  return stretches.length === 0
    ? Promise.resolve([])
    : db().$queryRaw`
        SELECT ask.ask, sum(slice.packed)::text AS raters FROM ${asked(stretches, true)}
        CROSS JOIN LATERAL (SELECT start, ${sumOfPacked} AS packed FROM ${slices} ${WITHIN} OFFSET 0) AS slice
        GROUP BY ask.ask, slice.start`;
};

/** Which of some hours are kept by the minute. */
export async function hoursKeptByMinute(projectId: string, hours: readonly Date[]): Promise<Set<number>> {
  if (hours.length === 0) return new Set();
  const rows = await db().$queryRaw<{ hour: Date }[]>`
    SELECT DISTINCT hour FROM unnest(${hours.map((hour) => hour.toISOString())}::text[]::timestamptz[]) AS due (hour)
    CROSS JOIN LATERAL (
      SELECT FROM metric_slices WHERE project_id = ${projectId}::uuid AND cube = 'core' AND width = 'minute'
        AND start >= due.hour AND start < due.hour + interval '1 hour' LIMIT 1
    ) AS kept`;
  return new Set(rows.map(({ hour }) => hour.getTime()));
}

/** What a project ever counted by name that can be watched: categories and scores. */
export const readNames = (projectId: string): Promise<{ nameId: number; kind: string; name: string }[]> =>
  db().metricName.findMany({
    where: { projectId, kind: { in: ["category_down", "category_else", "score"] } },
    select: { nameId: true, kind: true, name: true },
  });

/** Which of some scores are better lower, so that true is bad. */
export async function readReversed(projectId: string, scores: readonly string[]): Promise<string[]> {
  const rows = await db().scoreDefinition.findMany({
    where: { projectId, name: { in: [...scores] }, direction: "lower" },
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}
