import { type ExperimentMetric, namedMetric } from "#lib/domain/experiment.ts";
import { Prisma } from "#lib/platform/db/client.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import { namedColumns } from "./metric-columns.ts";

/** A sum of absurd costs must not overflow and break all other numbers. */
const MOST_DOLLARS = 1e12;

/**
 * SQL: the user of an answer, as far as experiments are concerned; NULL for nobody. Exactly as in the index
 * interactions_experiment_user_idx.
 */
export const raterKey = (table: string): Prisma.Sql =>
  Prisma.raw(`COALESCE('user:' || ${table}.user_hash, 'session:' || ${table}.session_id)`);

/** The columns of an answer by which it is counted, of `interactions AS i`. */
export const answerFacts: Prisma.Sql = Prisma.sql`
  i.interaction_id, i.created_at, 1 AS interactions, (i.response_latency_ms IS NOT NULL)::int AS timed,
  COALESCE(i.response_latency_ms, 0) AS latency_ms, (i.cost_usd IS NOT NULL)::int AS priced,
  LEAST(COALESCE(i.cost_usd, 0), ${Prisma.raw(String(MOST_DOLLARS))}::float8) AS cost_usd`;

/** The same columns of an exposure that was told by an event, of `experiment_exposure AS x`: it is no answer. */
export const exposureFacts: Prisma.Sql = Prisma.sql`
  NULL::text AS interaction_id, x.exposed_at AS created_at, 0 AS interactions, 0 AS timed, 0 AS latency_ms, 0 AS priced,
  0::float8 AS cost_usd`;

/** Said before this time, and never changed since; everything where it is null. */
type SaidBefore = Date | null;

/**
 * SQL: each row of `answers` with what users said of it, as the metrics count it: no teammates, and no bursts that the
 * project leaves out. What is said is looked up answer by answer, by its key.
 */
export const factsOf = (
  project: Prisma.Sql,
  named: readonly ExperimentMetric[],
  before: SaidBefore = null,
): Prisma.Sql => Prisma.sql`
  SELECT * FROM answers
  CROSS JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE rating_type <> 'score') > 0)::int AS rated,
      count(*) FILTER (WHERE rating_type = 'binary') AS thumbs,
      count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 1) AS thumbs_up,
      count(*) FILTER (WHERE rating_type = 'stars') AS stars,
      COALESCE(sum(rating_value) FILTER (WHERE rating_type = 'stars'), 0) AS stars_sum,
      (count(*) FILTER (WHERE rating_type = 'correction') > 0)::int AS corrections,
      count(edit_kept) AS kept, COALESCE(sum(edit_kept), 0) AS kept_sum ${columnsOf("score", named, scoreColumns)}
    FROM feedback WHERE project_id = ${project} AND feedback.interaction_id = answers.interaction_id
      AND source = 'user' AND ${saidBefore("updated_at", before)} AND ${notLeftOut(project)}
  ) AS said ${signalsOf(project, named, before)}`;

const signalsOf = (
  project: Prisma.Sql,
  named: readonly ExperimentMetric[],
  before: SaidBefore,
): Prisma.Sql =>
  named.some((metric) => namedMetric(metric)?.of === "signal")
    ? Prisma.sql`
  CROSS JOIN LATERAL (
    SELECT 1 AS looked ${columnsOf("signal", named, signalColumns)}
    FROM signals WHERE project_id = ${project} AND signals.interaction_id = answers.interaction_id
      AND ${saidBefore("received_at", before)} AND ${notLeftOut(project)}
  ) AS done`
    : Prisma.empty;

const saidBefore = (column: string, before: SaidBefore): Prisma.Sql =>
  before ? Prisma.sql`${Prisma.raw(column)} < ${before.toISOString()}::text::timestamptz` : Prisma.sql`true`;

/** The columns of the named metrics of one sort, each after a comma. */
function columnsOf(
  of: "signal" | "score",
  named: readonly ExperimentMetric[],
  columns: (name: string) => { count: Prisma.Sql; sum: Prisma.Sql },
): Prisma.Sql {
  const found = named.flatMap((metric, place) => {
    const about = namedMetric(metric);
    if (about?.of !== of) return [];
    const { count, sum } = columns(about.name);
    const as = namedColumns(place);
    return [Prisma.sql`, ${count} AS ${Prisma.raw(as.count)}, ${sum} AS ${Prisma.raw(as.sum)}`];
  });
  return found.length > 0 ? Prisma.join(found, " ") : Prisma.empty;
}

/** An answer has a signal or has it not, however often it was sent. An exposure without an answer counts as none. */
const signalColumns = (name: string) => ({
  count: Prisma.sql`answers.interactions`,
  sum: Prisma.sql`(count(*) FILTER (WHERE signal::text = ${name}) > 0)::int`,
});

/** A boolean's values are 0 and 1; a label has none. */
const scoreColumns = (name: string) => {
  const own = Prisma.sql`WHERE rating_type = 'score' AND score_name = ${name}`;
  return {
    count: Prisma.sql`count(score_value) FILTER (${own})`,
    sum: Prisma.sql`COALESCE(sum(score_value) FILTER (${own}), 0)`,
  };
};
