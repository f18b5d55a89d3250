import { type CohortKind, cohortKinds, dimensions } from "#lib/domain/dimensions.ts";
import type { ValueSums } from "#lib/domain/variance.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";

/** Which answers are read: of some models of a feature, from `since` (inclusive) to `until` (exclusive). */
export interface ModelWindow {
  projectId: string;
  feature: string;
  models: readonly string[];
  /** The time zone of days, weekdays and times of day. */
  tz: string;
  since: Date;
  until: Date;
}

/** A model's answers by user. Latency and cost are natural logarithms of each user's mean. */
export interface ModelUsers {
  model: string;
  answers: number;
  /** Users who saw an answer, and those of them who rated anything. */
  users: number;
  responders: number;
  /** Thumbs. */
  ratings: number;
  /** The share of each user's thumbs that are up, and of their answers that were corrected. */
  positive: ValueSums;
  corrections: ValueSums;
  /** The mean share of an answer that corrections kept. */
  kept: ValueSums;
  latency: ValueSums;
  cost: ValueSums;
}

/** The same for one combination of cohorts. */
export interface ModelStratum extends Pick<ModelUsers, "model" | "positive" | "latency" | "cost"> {
  stratum: string;
}

/** A model's answers with one value of a dimension, "" for none. Days are local dates; a time of day is a quarter, 0 to 3. */
export interface ModelCell extends Pick<ModelUsers, "model" | "answers" | "ratings" | "positive"> {
  dimension: CohortKind | "day" | "weekday" | "time_of_day";
  value: string;
}

/** What is read of a feature's models. */
export interface ModelReading {
  models: ModelUsers[];
  strata: ModelStratum[];
  cells: ModelCell[];
}

/** SQL: the cost of an answer. A sum of absurd costs must not break all other numbers; LEAST skips what is null. */
const cost = Prisma.raw("LEAST(cost_usd, CASE WHEN cost_usd IS NOT NULL THEN 1e12::float8 END) AS cost");

const columns = cohortKinds.map((kind) => dimensions[kind].column);

/** SQL: the columns of cohorts. */
const cohorts = Prisma.raw(columns.join(", "));

/** SQL: the answers' cohorts, "" for none. */
const givenCohorts = Prisma.raw(columns.map((column) => `COALESCE(${column}, '') AS ${column}`).join(", "));

/** SQL: the combination of cohorts as one text. */
const stratum = Prisma.raw(`jsonb_build_array(${columns.join(", ")})::text`);

/** SQL: each dimension with its value, as rows. */
const values = Prisma.raw(
  [
    ...cohortKinds.map((kind) => `('${kind}', ${dimensions[kind].column})`),
    "('day', local_at::date::text)",
    "('weekday', extract(isodow FROM local_at)::text)",
    "('time_of_day', floor(extract(hour FROM local_at) / 6)::text)",
  ].join(", "),
);

/** SQL: the sums of a column as JSON. */
const sums = (column: string): Prisma.Sql =>
  Prisma.raw(
    `jsonb_build_object('n', count(${column}), 'sum', COALESCE(sum(${column}), 0), 'sumSquares', COALESCE(sum(${column} * ${column}), 0))`,
  );

/** SQL: rows as one JSON array. */
const asJson = (rows: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT COALESCE(jsonb_agg(to_jsonb(rows)), '[]') FROM (${rows}) AS rows)`;

/** SQL: the logarithm of a user's mean, at least that of `least`: a free model costs nothing. */
const logarithm = (column: string, least: string): Prisma.Sql =>
  Prisma.raw(
    `ln(GREATEST(avg(${column})::float8, CASE WHEN count(${column}) > 0 THEN ${least}::float8 END))`,
  );

const positive = Prisma.sql`sum(up)::float8 / NULLIF(sum(thumbs), 0) AS positive`;
const latencyAndCost = Prisma.sql`${logarithm("latency", "1")} AS latency, ${logarithm("cost", "1e-6")} AS cost`;

/**
 * The models of a feature by user, from the answers themselves: it costs as much as the window has answers, which are read
 * in the order of time, in one statement and so of one moment. An answer of nobody's counts as one user's, as nothing tells
 * whose others are.
 */
export async function readModelUsers(window: ModelWindow): Promise<ModelReading> {
  const [reading] = await db().$queryRaw<ModelReading[]>`
    WITH ${answersOf(window)},
    users AS (
      SELECT model, rater_key, count(*) AS answers, sum(ratings) AS ratings, sum(thumbs) AS thumbs, ${positive},
        sum(corrected)::float8 / count(*) AS corrections, sum(kept_sum) / NULLIF(sum(kept), 0) AS kept, ${latencyAndCost}
      FROM said GROUP BY model, rater_key
    ),
    within AS (
      SELECT model, ${stratum} AS stratum, ${positive}, ${latencyAndCost} FROM said GROUP BY model, ${cohorts}, rater_key
    ),
    counted AS (
      SELECT dimension, value, model, count(*) AS answers, sum(thumbs) AS ratings
      FROM said CROSS JOIN LATERAL (VALUES ${values}) AS each (dimension, value) GROUP BY dimension, value, model
    ),
    liked AS (
      SELECT dimension, value, model, ${sums("positive")} AS positive FROM (
        SELECT dimension, value, model, ${positive}
        FROM said CROSS JOIN LATERAL (VALUES ${values}) AS each (dimension, value) WHERE thumbs > 0
        GROUP BY dimension, value, model, rater_key
      ) AS users GROUP BY dimension, value, model
    )
    SELECT ${asJson(Prisma.sql`
        SELECT model, sum(answers) AS answers, count(*) AS users, count(*) FILTER (WHERE ratings > 0) AS responders,
          sum(thumbs) AS ratings, ${sums("positive")} AS positive, ${sums("corrections")} AS corrections,
          ${sums("kept")} AS kept, ${sums("latency")} AS latency, ${sums("cost")} AS cost
        FROM users GROUP BY model ORDER BY sum(answers) DESC, model`)} AS models,
      ${asJson(Prisma.sql`
        SELECT model, stratum, ${sums("positive")} AS positive, ${sums("latency")} AS latency, ${sums("cost")} AS cost
        FROM within GROUP BY model, stratum`)} AS strata,
      ${asJson(Prisma.sql`
        SELECT dimension, value, model, answers, ratings,
          COALESCE(positive, '{"n": 0, "sum": 0, "sumSquares": 0}') AS positive
        FROM counted LEFT JOIN liked USING (dimension, value, model)`)} AS cells`;
  return reading ?? { models: [], strata: [], cells: [] };
}

/** SQL: the answers, and each with what users said of it: no teammates, and no bursts that the project leaves out. */
function answersOf({ projectId, feature, models, tz, since, until }: ModelWindow): Prisma.Sql {
  const project = Prisma.sql`${projectId}::uuid`;
  return Prisma.sql`
    answers AS MATERIALIZED (
      SELECT * FROM (
        SELECT interaction_id, feature_name, model_name AS model, response_latency_ms AS latency,
          ${cost}, ${givenCohorts}, created_at AT TIME ZONE ${tz}::text AS local_at,
          COALESCE('user:' || user_hash, 'session:' || session_id, 'answer:' || interaction_id) AS rater_key
        FROM interactions WHERE project_id = ${project} AND created_at >= ${since.toISOString()}::text::timestamptz
          AND created_at < ${until.toISOString()}::text::timestamptz ORDER BY created_at OFFSET 0
      ) AS every WHERE feature_name = ${feature} AND model = ANY(${[...models]}::text[])
    ),
    said AS MATERIALIZED (
      SELECT * FROM answers CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE rating_type <> 'score') AS ratings,
          count(*) FILTER (WHERE rating_type = 'binary') AS thumbs,
          count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 1) AS up,
          (count(*) FILTER (WHERE rating_type = 'correction') > 0)::int AS corrected,
          count(edit_kept) AS kept, COALESCE(sum(edit_kept), 0) AS kept_sum
        FROM feedback WHERE project_id = ${project} AND feedback.interaction_id = answers.interaction_id
          AND source = 'user' AND ${notLeftOut(project)}
      ) AS told
    )`;
}

/** How many answers a project had in an hour, and how many of a feature. */
export interface HourOfAnswers {
  start: Date;
  all: number;
  own: number;
}

/** The hours of a time with answers, newest first, from rollups. */
export const readAnswerHours = ({
  projectId,
  feature,
  since,
  until,
}: Pick<ModelWindow, "projectId" | "feature" | "since" | "until">): Promise<HourOfAnswers[]> =>
  db().$queryRaw`
    SELECT start, COALESCE(sum(interactions) FILTER (WHERE cube = 'all'), 0)::float8 AS "all",
      COALESCE(sum(interactions) FILTER (WHERE cube = 'feature'), 0)::float8 AS own
    FROM metric_slices
    WHERE project_id = ${projectId}::uuid AND cube = ANY(ARRAY['all', 'feature']::"SliceCube"[]) AND width = 'hour'
      AND start >= ${since.toISOString()}::text::timestamptz AND start < ${until.toISOString()}::text::timestamptz
      AND (cube = 'all' OR feature_name = ${feature})
    GROUP BY start ORDER BY start DESC`;

/** Whether a project ever had an answer of a feature, from rollups. */
export async function hasAnswers(projectId: string, feature: string): Promise<boolean> {
  const found = await db().$queryRaw<unknown[]>`
    SELECT FROM metric_slices WHERE project_id = ${projectId}::uuid AND cube = 'feature' AND width = 'day'
      AND feature_name = ${feature} LIMIT 1`;
  return found.length > 0;
}
