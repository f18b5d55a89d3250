import { type AnswerDimensions, dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { HASHES } from "./count-store.ts";

/** From `from` (inclusive) to `to` (exclusive). */
interface Span {
  from: Date;
  to: Date;
}

/** Thumbs of an hour. */
export interface HourOfThumbs {
  /** Hours since 1970. */
  hour: number;
  thumbs: number;
  down: number;
}

/** The thumbs on answers with the same values in all dimensions. */
export interface CombinationThumbs {
  combinationId: string;
  values: AnswerDimensions;
  hours: HourOfThumbs[];
}

const spanOf = (projectId: string, { from, to }: Span): Prisma.Sql =>
  Prisma.sql`project_id = ${projectId}::uuid AND hour >= ${from.toISOString()}::text::timestamptz
    AND hour < ${to.toISOString()}::text::timestamptz`;

const valueColumns = Prisma.raw(
  dimensionNames.map((name) => `combination.${dimensions[name].column} AS "${name}"`).join(", "),
);

/** Hours as one text, since there are very many: "hour thumbs down, …". */
const HOURS = Prisma.sql`string_agg(
  (extract(epoch FROM hour) / 3600)::int || ' ' || thumbs || ' ' || thumbs_down, ',')`;

const toHours = (packed: string): HourOfThumbs[] =>
  packed.split(",").map((one) => {
    const [hour = 0, thumbs = 0, down = 0] = one.split(" ").map(Number);
    return { hour, thumbs, down };
  });

/** The thumbs of a time by combination and hour. */
export async function readThumbs(projectId: string, span: Span): Promise<CombinationThumbs[]> {
  const rows = await db().$queryRaw<(AnswerDimensions & { combinationId: string; packed: string })[]>`
    SELECT combination_id::text AS "combinationId", ${valueColumns}, packed FROM (
      SELECT combination_id, ${HOURS} AS packed FROM combination_hour
      WHERE ${spanOf(projectId, span)} AND thumbs > 0 GROUP BY combination_id
    ) AS counted
    JOIN combination USING (combination_id) WHERE combination.project_id = ${projectId}::uuid`;
  return rows.map(({ combinationId, packed, ...values }) => ({
    combinationId,
    values,
    hours: toHours(packed),
  }));
}

/** Thumbs down with a category, by combination and hour. */
export interface CategoryThumbs {
  category: string;
  /** By the id of the combination. */
  hours: Map<string, HourOfThumbs[]>;
}

/**
 * The thumbs down of a time by category, of those categories that have some since a moment.
 * @param since with at least `least` of them.
 */
export async function readCategoryThumbs(
  projectId: string,
  span: Span,
  { since, least }: { since: Date; least: number },
): Promise<CategoryThumbs[]> {
  const rows = await db().$queryRaw<{ category: string; combinationId: string; packed: string }[]>`
    WITH named AS MATERIALIZED (
      SELECT combination_id, hour, category, down::int AS down
      FROM combination_hour CROSS JOIN LATERAL jsonb_each_text(categories) AS each (category, down)
      WHERE ${spanOf(projectId, span)} AND categories IS NOT NULL
    ),
    frequent AS (
      SELECT category FROM named WHERE hour >= ${since.toISOString()}::text::timestamptz
      GROUP BY category HAVING sum(down) >= ${least}::int
    )
    SELECT category, combination_id::text AS "combinationId",
      string_agg((extract(epoch FROM hour) / 3600)::int || ' 0 ' || down, ',') AS packed
    FROM named WHERE category IN (SELECT category FROM frequent) GROUP BY category, combination_id`;
  return [...Map.groupBy(rows, ({ category }) => category)].map(([category, of]) => ({
    category,
    hours: new Map(of.map(({ combinationId, packed }) => [combinationId, toHours(packed)])),
  }));
}

/** How many people rated answers of each combination in a time; of very many, fewer. */
export async function readRaters(projectId: string, span: Span): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ combinationId: string; raters: number }[]>`
    SELECT combination_id::text AS "combinationId", count(*)::int AS raters FROM (
      SELECT DISTINCT combination_id, thumb / 2 FROM combination_hour CROSS JOIN LATERAL unnest(raters) AS thumb
      WHERE ${spanOf(projectId, span)} AND thumbs > 0
    ) AS each GROUP BY combination_id`;
  return new Map(rows.map(({ combinationId, raters }) => [combinationId, raters]));
}

/** Days of users with so many thumbs, of which so many were down. */
export interface UserDayCount {
  thumbs: number;
  down: number;
  count: number;
}

/** Days of users that tell how alike one user's thumbs are; of more, those of a sample of users. */
const USER_DAYS_MAX = 50_000;

/** How many thumbs users gave on a day (UTC), and how many were down; of very many, those of a sample of users. */
export const readUserDays = (projectId: string, span: Span): Promise<UserDayCount[]> => db().$queryRaw`
  WITH rows AS MATERIALIZED (
    SELECT date_trunc('day', hour, 'UTC') AS day, thumbs, raters, raters_below FROM combination_hour
    WHERE ${spanOf(projectId, span)} AND thumbs > 0
  ),
  bound AS (
    SELECT LEAST(min(raters_below), ${Prisma.raw(String(HASHES))}::bigint * ${USER_DAYS_MAX}::int / GREATEST(sum(thumbs), ${USER_DAYS_MAX}::int)) AS below
    FROM rows
  )
  SELECT thumbs, down, count(*)::int AS count FROM (
    SELECT count(*)::int AS thumbs, sum(thumb % 2)::int AS down FROM rows CROSS JOIN LATERAL unnest(raters) AS thumb
    WHERE thumb / 2 < (SELECT below FROM bound) GROUP BY day, thumb / 2
  ) AS each GROUP BY thumbs, down`;

/** How many people rated answers of some combinations in a time, and how many met them. */
export interface PeopleOf {
  raters: number;
  met: number;
}

/** How many people rated answers of some combinations together, and met them, about where they are more than a hundred. */
export async function readPeople(
  projectId: string,
  span: Span,
  combinationIds: readonly string[],
): Promise<PeopleOf> {
  const [row] = await db().$queryRaw<PeopleOf[]>`
    WITH rows AS MATERIALIZED (
      SELECT raters, raters_below, users, users_below FROM combination_hour
      WHERE ${spanOf(projectId, span)} AND combination_id = ANY(${[...combinationIds]}::text[]::uuid[])
    ),
    bound AS (SELECT min(raters_below) AS raters, min(users_below) AS users FROM rows)
    SELECT
      ${scaled(
        Prisma.sql`SELECT count(DISTINCT one / 2) FROM rows CROSS JOIN LATERAL unnest(rows.raters) AS one
        WHERE one / 2 < bound.raters`,
        "raters",
      )} AS raters,
      ${scaled(
        Prisma.sql`SELECT count(DISTINCT one) FROM rows CROSS JOIN LATERAL unnest(rows.users) AS one
        WHERE one < bound.users`,
        "users",
      )} AS met
    FROM bound`;
  return row ?? { raters: 0, met: 0 };
}

/** SQL: how many there are, from how many have a hash below the bound. */
const scaled = (count: Prisma.Sql, bound: "raters" | "users"): Prisma.Sql =>
  Prisma.sql`COALESCE(round((${count}) * (${Prisma.raw(String(HASHES))}::float8 / bound.${Prisma.raw(bound)})), 0)::int`;
