import { db, Prisma, type Transaction } from "#lib/platform/db/client";
import { LATENCY_BOUNDS } from "./latency-histogram.ts";

/** Most hours that one transaction counts again. */
const HOURS_AT_ONCE = 500;

/** How long such a transaction may take, and how long it may wait for a connection, in milliseconds. */
const PATIENCE = { timeout: 120_000, maxWait: 20_000 };

/** Sets this advisory lock apart from others; the second key is the project. */
const COUNTING = 7_305_022;

/** A sum of absurd costs must not overflow and with it hide every other number. */
const MOST_DOLLARS = 1e12;

/**
 * Brings a project's rollups up to its raw rows: counts every marked hour again. Without marks it is one cheap look.
 *
 * Nothing is lost and nothing is counted twice. A writer's mark is committed with its raw rows, so who sees the mark
 * sees the rows. Counting takes the marks away first and reads the raw rows in a later statement, whose snapshot (READ
 * COMMITTED) is at least as new; a mark that is committed in between stays for the next time. Who finds marks that
 * another process is counting waits until they are counted; the advisory lock makes it wait before it holds any mark
 * itself, so that two processes never wait for each other. Writers take no lock and wait for nobody.
 */
export async function refreshRollups(projectId: string): Promise<void> {
  const [look] = await db().$queryRaw<{ due: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM metric_marks WHERE project_id = ${projectId}::uuid) AS due`;
  if (!look?.due) return;
  while ((await countDueHours(projectId)) === HOURS_AT_ONCE);
}

/** The projects that have marks to count. */
export async function dueProjects(): Promise<string[]> {
  const due = await db().metricMark.findMany({ distinct: ["projectId"], select: { projectId: true } });
  return due.map(({ projectId }) => projectId);
}

/** Takes away all that was counted of a project that is gone; waits for who is still counting it. */
export async function forgetRollups(projectId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockCounting(tx, projectId);
    await tx.metricMark.deleteMany({ where: { projectId } });
    await tx.metricHourBucket.deleteMany({ where: { projectId } });
    await tx.metricHour.deleteMany({ where: { projectId } });
  }, PATIENCE);
}

const lockCounting = (tx: Transaction, projectId: string) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(${COUNTING}::int, hashtext(${projectId}))`;

/** Marks every hour that has answers or counts, so that the next refresh counts all of the project again. */
export async function markAllHours(projectId: string): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  await db().$executeRaw`
    INSERT INTO metric_marks (project_id, hour)
    SELECT ${project}, hour FROM (
      SELECT date_trunc('hour', created_at, 'UTC') AS hour FROM interactions WHERE project_id = ${project}
      UNION SELECT hour FROM metric_hours WHERE project_id = ${project}
      UNION SELECT hour FROM metric_hour_buckets WHERE project_id = ${project}
    ) AS hours`;
}

/** Counts up to HOURS_AT_ONCE marked hours again and says how many those were. */
function countDueHours(projectId: string): Promise<number> {
  return db().$transaction(
    async (tx) => {
      await lockCounting(tx, projectId);
      const hours = await takeMarks(tx, projectId);
      if (hours.length > 0) await recount(tx, projectId, hours);
      return hours.length;
    },
    { ...PATIENCE, isolationLevel: "ReadCommitted" },
  );
}

/** Takes away the marks of the earliest marked hours and says which hours those are. */
async function takeMarks(tx: Transaction, projectId: string): Promise<string[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const taken = await tx.$queryRaw<{ hour: Date }[]>`
    WITH due AS (
      SELECT DISTINCT hour FROM metric_marks WHERE project_id = ${project} ORDER BY hour LIMIT ${HOURS_AT_ONCE}::int
    ),
    gone AS (
      DELETE FROM metric_marks WHERE project_id = ${project} AND hour <= (SELECT max(hour) FROM due) RETURNING hour
    )
    SELECT DISTINCT hour FROM gone`;
  return taken.map(({ hour }) => hour.toISOString());
}

async function recount(tx: Transaction, projectId: string, hours: string[]): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  const these = Prisma.sql`${hours}::text[]::timestamptz[]`;
  await tx.$executeRaw`DELETE FROM metric_hours WHERE project_id = ${project} AND hour = ANY(${these})`;
  await tx.$executeRaw`DELETE FROM metric_hour_buckets WHERE project_id = ${project} AND hour = ANY(${these})`;
  await tx.$executeRaw`
    WITH answers AS MATERIALIZED (${answersOf(project, these)}),
    counted AS (${countsInsert(project)}),
    parts AS (${partsOf(project)})
    INSERT INTO metric_hour_buckets (project_id, ${DIMENSIONS}, kind, bucket, count)
    SELECT ${project}, ${DIMENSIONS}, kind, bucket, count(*) FROM parts GROUP BY ${DIMENSIONS}, kind, bucket`;
}

const DIMENSIONS = Prisma.sql`hour, feature_name, model_name, prompt_template, prompt_version`;

/**
 * The raw answers of some hours, each with its dimensions as the rollups name them and its ratings counted.
 * OFFSET 0 keeps the planner from turning the look into each hour around into a walk over all answers, as it does when
 * it has no statistics yet: after a first import.
 */
const answersOf = (project: Prisma.Sql, hours: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT due.hour, answer.*, rated.*
  FROM unnest(${hours}) AS due (hour)
  CROSS JOIN LATERAL (
    SELECT interaction_id, feature_name, model_name, COALESCE(prompt_template, '') AS prompt_template,
      COALESCE(prompt_version, '') AS prompt_version, response_latency_ms, cost_usd,
      COALESCE(token_count, COALESCE(input_tokens, 0)::bigint + COALESCE(output_tokens, 0)) AS tokens
    FROM interactions WHERE project_id = ${project}
      AND created_at >= due.hour AND created_at < due.hour + interval '1 hour' OFFSET 0
  ) AS answer
  CROSS JOIN LATERAL (
    SELECT count(*) AS ratings,
      count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 1) AS thumbs_up,
      count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 0) AS thumbs_down,
      count(*) FILTER (WHERE rating_type = 'stars') AS star_count,
      sum(rating_value) FILTER (WHERE rating_type = 'stars') AS star_sum,
      count(*) FILTER (WHERE rating_type = 'correction') AS corrections,
      count(feedback_comment) AS comments
    FROM feedback WHERE project_id = ${project} AND feedback.interaction_id = answer.interaction_id
  ) AS rated`;

const countsInsert = (project: Prisma.Sql): Prisma.Sql => Prisma.sql`
  INSERT INTO metric_hours (project_id, ${DIMENSIONS}, interactions, rated, thumbs_up, thumbs_down, star_count, star_sum,
    corrections, comments, cost_usd, tokens)
  SELECT ${project}, ${DIMENSIONS}, count(*), count(*) FILTER (WHERE ratings > 0), sum(thumbs_up), sum(thumbs_down),
    sum(star_count), COALESCE(sum(star_sum), 0), sum(corrections), sum(comments),
    COALESCE(sum(LEAST(cost_usd, ${MOST_DOLLARS}::float8)) FILTER (WHERE cost_usd IS NOT NULL), 0), sum(tokens)
  FROM answers GROUP BY ${DIMENSIONS}`;

/** What is counted in buckets, one row for each occurrence. A category counts once a rating, however often it names it. */
const partsOf = (project: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT ${DIMENSIONS}, 'latency' AS kind,
    (width_bucket(response_latency_ms, ${LATENCY_BOUNDS}::text[]::int[]) - 1)::text AS bucket
  FROM answers WHERE response_latency_ms IS NOT NULL
  UNION ALL
  SELECT ${DIMENSIONS}, part.kind, part.bucket
  FROM answers
  CROSS JOIN LATERAL (
    SELECT rating_type, rating_value, rating_categories
    FROM feedback WHERE project_id = ${project} AND feedback.interaction_id = answers.interaction_id OFFSET 0
  ) AS rating
  CROSS JOIN LATERAL (
    SELECT 'rating_type' AS kind, rating_type::text AS bucket
    UNION ALL SELECT DISTINCT 'category', unnest(rating_categories)
    UNION ALL SELECT DISTINCT 'category_down', unnest(rating_categories) WHERE rating_type = 'binary' AND rating_value = 0
  ) AS part
  WHERE answers.ratings > 0`;
