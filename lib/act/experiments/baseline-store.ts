import type { ExperimentMetric } from "#lib/domain/experiment.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { answerFacts, factsOf, raterKey } from "./answers-sql-store.ts";
import { answerColumns } from "./metric-columns.ts";
import { namedMetrics } from "./validate-experiment.ts";

/** The latest answers that tell what traffic is like, and how far back they may lie, in days. */
const [ANSWERS_READ, DAYS_READ] = [50_000, 28];

const DAY_MS = 86_400_000;

/** What a project's users came to lately, without an experiment. */
export interface Baseline {
  /** Days that were looked at: as many as there are answers for. */
  days: number;
  users: number;
  /** Users with a value of the metric; their values, one a user, as sums. */
  n: number;
  sum: number;
  sumSquares: number;
}

/** Whose answers, and which metric of them. */
interface BaselineAsked {
  metric: ExperimentMetric;
  featureName: string | undefined;
}

/** Reads a metric by user from the latest answers, as an experiment would count it. */
export async function readBaseline(
  projectId: string,
  { metric, featureName }: BaselineAsked,
  now: Date,
): Promise<Baseline> {
  const project = Prisma.sql`${projectId}::uuid`;
  const named = namedMetrics({ primaryMetric: { metric, better: "higher" }, guardrails: [] });
  const { count, sum } = answerColumns(metric, named);
  const since = new Date(now.getTime() - DAYS_READ * DAY_MS);
  const ofFeature =
    featureName === undefined ? Prisma.sql`true` : Prisma.sql`i.feature_name = ${featureName}`;
  const [row] = await db().$queryRaw<(Omit<Baseline, "days"> & { since: Date | null })[]>`
    WITH answers AS MATERIALIZED (
      SELECT ${raterKey("i")} AS rater_key, ${answerFacts} FROM interactions AS i
      WHERE i.project_id = ${project} AND i.created_at >= ${since.toISOString()}::text::timestamptz
        AND i.created_at <= ${now.toISOString()}::text::timestamptz AND ${ofFeature}
        AND ${raterKey("i")} IS NOT NULL
      ORDER BY i.created_at DESC LIMIT ${ANSWERS_READ}
    ),
    users AS (
      SELECT sum(${Prisma.raw(sum)})::float8 / NULLIF(sum(${Prisma.raw(count)}), 0)::float8 AS y, min(created_at) AS since
      FROM (${factsOf(project, named)}) AS facts GROUP BY rater_key
    )
    SELECT count(*)::float8 AS users, count(y)::float8 AS n, COALESCE(sum(y), 0)::float8 AS sum,
      COALESCE(sum(y * y), 0)::float8 AS "sumSquares", min(since) AS since
    FROM users`;
  const { since: first, ...sums } = row ?? { since: null, users: 0, n: 0, sum: 0, sumSquares: 0 };
  const days = first ? (now.getTime() - first.getTime()) / DAY_MS : 0;
  return { ...sums, days: Math.min(DAYS_READ, Math.max(1, days)) };
}
