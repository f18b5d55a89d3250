import { BEYOND } from "#lib/domain/beyond.ts";
import type { DimensionColumn } from "#lib/domain/dimensions.ts";
import { TOKEN_RATER } from "#lib/domain/rating.ts";
import { db, Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { lockCounting } from "#lib/platform/db/counting-lock.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import { planned } from "#lib/platform/db/planned.ts";
import { admitted, cappedColumns } from "../rollups/admit-values-store.ts";
import { KEPT_DAYS, MET_DAYS } from "./kept-days.ts";

/** Hours that are counted in one transaction. */
const HOURS_AT_ONCE = 24;

/** Combinations of an hour that are counted each by itself: those with the most thumbs. All others are one without values. */
const COMBINATIONS_MAX = 5_000;

/** Hashes in a list, about: of more, those below a bound are kept, which is half of what it was until they are few enough. */
const LISTED_MAX = 128;

/** Hashes of people are below this. Twice as much is a number that PostgreSQL has four bytes for. */
export const HASHES = 2 ** 30;

const DAY_MS = 86_400_000;

/** Lets nobody else count a project's combinations until the transaction ends. */
export const holdCombinations = (tx: Transaction, projectId: string): Promise<unknown> =>
  lockCounting(tx, projectId, "combinations");

/** The projects with hours to count. */
export async function dueCombinations(): Promise<string[]> {
  const due = await db().$queryRaw<{ projectId: string }[]>`
    SELECT project_id::text AS "projectId" FROM combination_mark GROUP BY project_id`;
  return due.map(({ projectId }) => projectId);
}

/**
 * Counts all hours of a project of which something changed: answers, thumbs, bursts that are left out, listed categories.
 * As with the metrics, marks are taken away before raw rows are read, so that what is committed in between is counted the
 * next time. What is too old to be looked at is forgotten.
 */
export async function countCombinations(projectId: string, now: Date): Promise<void> {
  while (await countSome(projectId, now));
  const before = daysBefore(now, KEPT_DAYS);
  await db().$executeRaw`
    DELETE FROM combination_hour WHERE project_id = ${projectId}::uuid AND hour < ${before}::text::timestamptz`;
  await db().$executeRaw`
    DELETE FROM combination_hour WHERE project_id = ${projectId}::uuid AND thumbs = 0
      AND hour < ${daysBefore(now, MET_DAYS)}::text::timestamptz`;
  await db().$executeRaw`
    DELETE FROM combination WHERE project_id = ${projectId}::uuid AND last_hour < ${before}::text::timestamptz`;
}

const daysBefore = (now: Date, days: number): string => new Date(now.getTime() - days * DAY_MS).toISOString();

/** @returns whether there may be more. */
const countSome = (projectId: string, now: Date): Promise<boolean> =>
  planned(async (tx) => {
    await holdCombinations(tx, projectId);
    const project = Prisma.sql`${projectId}::uuid`;
    const taken = await tx.$queryRaw<{ hour: Date }[]>`
      DELETE FROM combination_mark WHERE project_id = ${project} AND hour = ANY(ARRAY(
        SELECT DISTINCT hour FROM combination_mark WHERE project_id = ${project} ORDER BY hour
        LIMIT ${HOURS_AT_ONCE}::int))
      RETURNING hour`;
    const hours = [...new Set(taken.map(({ hour }) => hour.toISOString()))];
    if (hours.length === 0) return false;
    await tx.$executeRaw`
      DELETE FROM combination_hour WHERE project_id = ${project}
        AND hour = ANY(${hours}::text[]::timestamptz[])`;
    await countHours(tx, projectId, hours, daysBefore(now, MET_DAYS));
    return hours.length === HOURS_AT_ONCE;
  });

const columns = Prisma.raw(cappedColumns.join(", "));

const noValues = Prisma.raw(cappedColumns.map(() => "''").join(", "));

/** SQL: the hash of somebody, from a text. */
const hashOf = (text: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(hashtextextended(${text}, 0) & ${Prisma.raw(String(HASHES - 1))})::int`;

/** SQL: the id of a combination. */
const idOf = (values: Prisma.Sql): Prisma.Sql => Prisma.sql`md5(ARRAY[${values}]::text)::uuid`;

/**
 * SQL: the bound below which the hashes of an ordered list are kept, and those. A power of two, so that lists of several
 * hours have those of the same people (adaptive sampling: Flajolet 1990).
 * @param times what a hash is multiplied by in the list.
 */
const bounded = (list: string, times: number): Prisma.Sql =>
  Prisma.raw(`
  CROSS JOIN LATERAL (
    SELECT CASE WHEN cardinality(${list}) <= ${LISTED_MAX} THEN ${HASHES}
      ELSE GREATEST(1, power(2, floor(log(2, GREATEST(1, (${list})[${LISTED_MAX + 1}] / ${times})::numeric))))::int END AS below
  ) AS ${list}_bound
  CROSS JOIN LATERAL (
    SELECT CASE WHEN cardinality(${list}) <= ${LISTED_MAX} THEN ${list}
      ELSE ARRAY(SELECT one FROM unnest(${list}) AS one WHERE one / ${times} < ${list}_bound.below) END AS kept
  ) AS ${list}_kept`);

async function countHours(
  tx: Transaction,
  projectId: string,
  hours: readonly string[],
  metSince: string,
): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  const capped = await cappedOn(tx, project, hours);
  await tx.$executeRaw`
    WITH answers AS MATERIALIZED (${answersOf(project, hours, capped)}),
    thumbs AS MATERIALIZED (${thumbsOf(project)}),
    found AS (
      SELECT hour, combination_id, count(*) AS answers, array_agg(DISTINCT met ORDER BY met) AS met
      FROM answers GROUP BY hour, combination_id
    ),
    rated AS (
      SELECT hour, combination_id, count(*)::int AS thumbs, count(*) FILTER (WHERE bad = 1)::int AS thumbs_down,
        array_agg(2 * rater + bad ORDER BY 2 * rater + bad) AS raters
      FROM thumbs GROUP BY hour, combination_id
    ),
    named AS (
      SELECT hour, combination_id, jsonb_object_agg(category, count) AS categories FROM (
        SELECT hour, combination_id, category, count(*) AS count FROM thumbs CROSS JOIN LATERAL (
          SELECT DISTINCT category FROM unnest(thumbs.rating_categories) AS category
          WHERE category = ANY (ARRAY(SELECT name FROM categories WHERE project_id = ${project} AND listed))
        ) AS each WHERE bad = 1 GROUP BY hour, combination_id, category
      ) AS counted GROUP BY hour, combination_id
    ),
    added AS (
      INSERT INTO combination (project_id, combination_id, ${columns}, last_hour)
      SELECT ${project}, combination_id, ${columns}, max(hour) FROM answers GROUP BY combination_id, ${columns}
      ON CONFLICT (project_id, combination_id) DO UPDATE SET last_hour = EXCLUDED.last_hour
        WHERE combination.last_hour < EXCLUDED.last_hour
    )
    INSERT INTO combination_hour (project_id, hour, combination_id, thumbs, thumbs_down, categories, raters, raters_below,
      users, users_below)
    SELECT ${project}, hour, combination_id, COALESCE(thumbs, 0), COALESCE(thumbs_down, 0), categories,
      raters_kept.kept, raters_bound.below, met_kept.kept, met_bound.below
    FROM (
      SELECT hour, combination_id, thumbs, thumbs_down, categories, COALESCE(raters, '{}') AS raters,
        CASE WHEN hour >= ${metSince}::text::timestamptz THEN met ELSE '{}' END AS met
      FROM found LEFT JOIN rated USING (hour, combination_id) LEFT JOIN named USING (hour, combination_id)
      WHERE thumbs > 0 OR hour >= ${metSince}::text::timestamptz
    ) AS counted ${bounded("raters", 2)} ${bounded("met", 1)}`;
}

/** The columns with more values on some of these days than are counted individually. */
async function cappedOn(
  tx: Transaction,
  project: Prisma.Sql,
  hours: readonly string[],
): Promise<DimensionColumn[]> {
  const found = await tx.$queryRaw<{ dimension: DimensionColumn }[]>`
    SELECT DISTINCT dimension FROM metric_values WHERE project_id = ${project} AND value = ${BEYOND}
      AND day = ANY(SELECT (hour AT TIME ZONE 'UTC')::date FROM unnest(${[...hours]}::text[]::timestamptz[]) AS hour)`;
  return found.map(({ dimension }) => dimension);
}

/** The answers of some hours, each with its combination and a hash of who got it. */
const answersOf = (
  project: Prisma.Sql,
  hours: readonly string[],
  capped: readonly DimensionColumn[],
): Prisma.Sql => {
  const value = (column: DimensionColumn) => admitted(project, column, capped.includes(column));
  const one = Prisma.sql`
    SELECT due.hour, answer.* FROM unnest(${[...hours]}::text[]::timestamptz[]) AS due (hour)
    CROSS JOIN LATERAL (
      SELECT interaction_id, ${Prisma.join(cappedColumns.map(value))},
        ${hashOf(Prisma.sql`COALESCE('user:' || user_hash, 'session:' || session_id, 'answer:' || interaction_id)`)} AS met
      FROM interactions WHERE project_id = ${project} AND created_at >= due.hour
        AND created_at < due.hour + interval '1 hour' ORDER BY created_at OFFSET 0
    ) AS answer`;
  const own = Prisma.sql`
    SELECT hour, interaction_id, met, ${columns}, ${idOf(columns)} AS combination_id FROM (${one}) AS each`;
  const few = Prisma.sql`
    SELECT *, dense_rank() OVER (PARTITION BY hour ORDER BY size DESC, combination_id) AS place FROM (
      SELECT *, count(*) OVER (PARTITION BY hour, combination_id) AS size FROM (${own}) AS each) AS sized`;
  const isOwn = Prisma.raw(`place <= ${COMBINATIONS_MAX}`);
  return Prisma.sql`
    SELECT hour, interaction_id, met, ${Prisma.raw(
      cappedColumns
        .map((column) => `CASE WHEN place <= ${COMBINATIONS_MAX} THEN ${column} ELSE '' END AS ${column}`)
        .join(", "),
    )}, CASE WHEN ${isOwn} THEN combination_id ELSE ${idOf(noValues)} END AS combination_id
    FROM (${few}) AS ranked`;
};

/** The thumbs of users on these answers, each with a hash of its rater, who rated nothing else if only a token is known. */
const thumbsOf = (project: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT answers.hour, answers.combination_id, given.* FROM answers CROSS JOIN LATERAL (
    SELECT 1 - rating_value AS bad, rating_categories, ${hashOf(
      Prisma.sql`CASE WHEN rater = ${Prisma.raw(`'${TOKEN_RATER}'`)} THEN 'answer:' || answers.interaction_id ELSE rater END`,
    )} AS rater
    FROM feedback WHERE project_id = ${project} AND feedback.interaction_id = answers.interaction_id
      AND rating_type = 'binary' AND source = 'user' AND ${notLeftOut(project)} OFFSET 0
  ) AS given`;
