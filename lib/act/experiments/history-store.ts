import { now } from "#lib/platform/clock.ts";
import { Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { answerFacts, factsOf, raterKey } from "./answers-sql-store.ts";
import type { CountedExperiment } from "./count-users-store.ts";
import { answerColumns } from "./metric-columns.ts";

/** How far back a user's history goes: four whole weeks. */
const HISTORY_DAYS = 28;

/** Added up at once, so that no statement gathers the answers of weeks. */
const HOURS_AT_ONCE = 6;

const [HOUR_MS, DAY_MS] = [3_600_000, 86_400_000];

/**
 * Adds up what each user said of an experiment's primary metric in the weeks before it started, as it stood then, and
 * gives it to those who were counted already. It is done once: what a user changes or takes back during the experiment
 * is a part of it, and no history.
 */
export async function addHistory(
  tx: Transaction,
  projectId: string,
  counted: CountedExperiment,
): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  const { experiment, startedAt } = counted;
  await tx.$executeRaw`DELETE FROM experiment_history WHERE project_id = ${project} AND experiment = ${experiment}`;
  const start = startedAt.getTime();
  for (let from = start - HISTORY_DAYS * DAY_MS; from < start; from += HOURS_AT_ONCE * HOUR_MS)
    await addStretch(tx, project, counted, {
      since: new Date(from),
      until: new Date(Math.min(start, from + HOURS_AT_ONCE * HOUR_MS)),
    });
  await tx.$executeRaw`
    UPDATE experiment_user AS u SET before_count = h.count, before_sum = h.sum FROM experiment_history AS h
    WHERE u.project_id = ${project} AND u.experiment = ${experiment}
      AND (h.project_id, h.experiment, h.rater_key) = (u.project_id, u.experiment, u.rater_key)`;
  await tx.experiment.update({
    where: { projectId_experiment: { projectId, experiment } },
    data: { historyAt: now() },
    select: { experiment: true },
  });
}

const addStretch = (
  tx: Transaction,
  project: Prisma.Sql,
  { experiment, startedAt, featureName, primary, named }: CountedExperiment,
  { since, until }: { since: Date; until: Date },
): Promise<number> => {
  const { count, sum } = answerColumns(primary, named);
  const ofFeature = featureName === null ? Prisma.sql`true` : Prisma.sql`feature_name = ${featureName}`;
  return tx.$executeRaw`
    WITH answers AS MATERIALIZED (
      SELECT * FROM (
        SELECT ${raterKey("i")} AS rater_key, i.feature_name, ${answerFacts} FROM interactions AS i
        WHERE i.project_id = ${project} AND i.created_at >= ${since.toISOString()}::text::timestamptz
          AND i.created_at < ${until.toISOString()}::text::timestamptz
        ORDER BY i.created_at OFFSET 0
      ) AS answer WHERE rater_key IS NOT NULL AND ${ofFeature}
    )
    INSERT INTO experiment_history AS h (project_id, experiment, rater_key, count, sum)
    SELECT ${project}, ${experiment}, rater_key, sum(${Prisma.raw(count)}), sum(${Prisma.raw(sum)})
    FROM (${factsOf(project, named, startedAt)}) AS facts
    GROUP BY rater_key HAVING sum(${Prisma.raw(count)}) > 0
    ON CONFLICT (project_id, experiment, rater_key)
    DO UPDATE SET count = h.count + EXCLUDED.count, sum = h.sum + EXCLUDED.sum`;
};
