import type { ExperimentMetric } from "#lib/domain/experiment.ts";
import { Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { answerFacts, exposureFacts, factsOf, raterKey } from "./answers-sql-store.ts";
import { answerColumns, namedColumns, summedColumns } from "./metric-columns.ts";

/** An experiment whose users are counted. */
export interface CountedExperiment {
  experiment: string;
  startedAt: Date;
  variants: readonly string[];
  featureName: string | null;
  primary: ExperimentMetric;
  /** The signals and scores among its metrics. */
  named: readonly ExperimentMetric[];
}

/** How long answers are a user's first: a novelty wears off. */
const FIRST_WEEK = Prisma.sql`interval '7 days'`;

const sums = Prisma.raw(summedColumns.map((column) => `sum(${column}) AS ${column}`).join(", "));
const summed = Prisma.raw(summedColumns.join(", "));

const columns = Prisma.sql`variant, first_exposed_at, switched, ${summed}, named_counts, named_sums, early_count,
  early_sum, before_count, before_sum`;

const updates = Prisma.raw(
  columns.sql
    .split(/,\s*/)
    .map((column) => `${column} = EXCLUDED.${column}`)
    .join(", "),
);

/**
 * Counts some users of an experiment from all of their answers and exposures, in place of what was counted before. A user
 * is of the arm of the first one; those of unknown variants are none.
 */
export async function countUsers(
  tx: Transaction,
  projectId: string,
  counted: CountedExperiment,
  keys: readonly string[],
): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  const { experiment, startedAt, variants, primary, named } = counted;
  const { count, sum } = answerColumns(primary, named);
  const isEarly = Prisma.sql`FILTER (WHERE created_at < first_at + ${FIRST_WEEK})`;
  await tx.$executeRaw`
    WITH answers AS MATERIALIZED (
      SELECT given.rater_key, answer.* FROM unnest(${[...keys]}::text[]) AS given (rater_key)
      CROSS JOIN LATERAL (
        SELECT i.variant, ${answerFacts} FROM interactions AS i
        WHERE i.project_id = ${project} AND i.experiment = ${experiment} AND ${raterKey("i")} = given.rater_key
          AND i.created_at >= ${startedAt.toISOString()}::text::timestamptz
          AND i.variant = ANY(${[...variants]}::text[]) OFFSET 0
      ) AS answer
      UNION ALL
      SELECT x.rater_key, x.variant, ${exposureFacts} FROM experiment_exposure AS x
      WHERE x.project_id = ${project} AND x.experiment = ${experiment} AND x.rater_key = ANY(${[...keys]}::text[])
        AND x.exposed_at >= ${startedAt.toISOString()}::text::timestamptz AND x.variant = ANY(${[...variants]}::text[])
    ),
    facts AS (
      SELECT facts.*, min(created_at) OVER (PARTITION BY rater_key) AS first_at
      FROM (${factsOf(project, named)}) AS facts
    ),
    counted AS (
      SELECT rater_key, (array_agg(variant ORDER BY created_at, interaction_id))[1] AS variant,
        min(created_at) AS first_exposed_at, count(DISTINCT variant) > 1 AS switched, ${sums},
        ${namedArray(named, "count", "int")} AS named_counts, ${namedArray(named, "sum", "float8")} AS named_sums,
        COALESCE(sum(${Prisma.raw(count)}) ${isEarly}, 0) AS early_count,
        COALESCE(sum(${Prisma.raw(sum)}) ${isEarly}, 0) AS early_sum
      FROM facts GROUP BY rater_key
    ),
    stored AS (
      INSERT INTO experiment_user (project_id, experiment, rater_key, ${columns})
      SELECT ${project}, ${experiment}, counted.rater_key, ${columns} FROM counted
      CROSS JOIN LATERAL (
        SELECT COALESCE(max(h.count), 0) AS before_count, COALESCE(max(h.sum), 0) AS before_sum
        FROM experiment_history AS h
        WHERE (h.project_id, h.experiment, h.rater_key) = (${project}, ${experiment}, counted.rater_key)
      ) AS history
      ON CONFLICT (project_id, experiment, rater_key) DO UPDATE SET ${updates}
      RETURNING rater_key
    )
    DELETE FROM experiment_user WHERE project_id = ${project} AND experiment = ${experiment}
      AND rater_key = ANY(${[...keys]}::text[]) AND rater_key NOT IN (SELECT rater_key FROM stored)`;
}

/** The sums of the named metrics, in their order. */
const namedArray = (named: readonly ExperimentMetric[], part: "count" | "sum", type: string): Prisma.Sql =>
  Prisma.raw(
    `ARRAY[${named.map((_, place) => `sum(${namedColumns(place)[part]})::${type}`).join(", ")}]::${type}[]`,
  );
