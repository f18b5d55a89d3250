import { db, Prisma } from "#lib/platform/db/client.ts";
import type { Experiment } from "./experiment.ts";
import { userColumns } from "./metric-columns.ts";
import type { UserHistorySums } from "./sums-store.ts";
import { namedMetrics } from "./validate-experiment.ts";

/** The primary metric of an arm's users who were first seen on a day: sums over one value a user. */
export interface ArmDay extends UserHistorySums {
  variant: string;
  /** A local date. */
  day: string;
}

/** An experiment's users by arm and by the day on which they were first seen, without those who switched. */
export async function readArmDays(
  projectId: string,
  { experiment, primaryMetric, guardrails }: Experiment,
  tz: string,
): Promise<ArmDay[]> {
  if (!primaryMetric) return [];
  const { count, sum } = userColumns(primaryMetric.metric, namedMetrics({ primaryMetric, guardrails }));
  return db().$queryRaw<ArmDay[]>`
    SELECT variant, day, count(y)::float8 AS n, COALESCE(sum(y), 0)::float8 AS sum,
      COALESCE(sum(y * y), 0)::float8 AS "sumSquares", count(x + y)::float8 AS known,
      COALESCE(sum(x) FILTER (WHERE y IS NOT NULL), 0)::float8 AS before,
      COALESCE(sum(x * x) FILTER (WHERE y IS NOT NULL), 0)::float8 AS "beforeSquares",
      COALESCE(sum(x * y), 0)::float8 AS products,
      COALESCE(sum(y) FILTER (WHERE x IS NOT NULL), 0)::float8 AS "sumOfKnown"
    FROM (
      SELECT variant, to_char(first_exposed_at AT TIME ZONE ${tz}::text, 'YYYY-MM-DD') AS day,
        ${Prisma.raw(`${sum}::float8 / NULLIF(${count}, 0)`)} AS y,
        before_sum / NULLIF(before_count, 0) AS x
      FROM experiment_user
      WHERE project_id = ${projectId}::uuid AND experiment = ${experiment} AND NOT switched
    ) AS users
    GROUP BY variant, day`;
}
