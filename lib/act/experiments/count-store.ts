import { db, Prisma, type Transaction } from "#lib/platform/db/client.ts";
import { lockCounting, lockCountingWithin, lockTaken } from "#lib/platform/db/counting-lock.ts";
import { hasErrorCode } from "#lib/platform/db/error-codes.ts";
import { planned } from "#lib/platform/db/planned.ts";
import { raterKey } from "./answers-sql-store.ts";
import { type CountedExperiment, countUsers } from "./count-users-store.ts";
import { addHistory } from "./history-store.ts";
import { listUndecided } from "./store.ts";
import { namedMetrics } from "./validate-experiment.ts";

/** Minutes whose users are counted in one transaction, and users in one statement. */
const [MINUTES_AT_ONCE, USERS_AT_ONCE] = [10, 1_000];

/** Lets nobody else count a project's experiments until the transaction ends. */
export const holdExperiments = (tx: Transaction, projectId: string): Promise<unknown> =>
  lockCounting(tx, projectId, "experimentUsers");

/** The projects with users to count. */
export async function projectsWithExposures(): Promise<string[]> {
  const due = await db().$queryRaw<{ projectId: string }[]>`
    SELECT project_id::text AS "projectId" FROM experiment_mark GROUP BY project_id
    UNION SELECT project_id::text FROM experiment WHERE state IN ('running', 'paused') AND history_at IS NULL`;
  return due.map(({ projectId }) => projectId);
}

/** Counts all users of a project's experiments with answers or exposures of which something changed, as the job does. */
export async function countExposures(projectId: string): Promise<void> {
  while (await countSome(projectId, 0));
}

/**
 * The same for readers: they count what little there is, wait a moment for a process that is counting it, and leave what
 * is more to the job.
 * @param until when to stop, as a value of `performance.now()`.
 */
export async function countRecentExposures(projectId: string, until: number): Promise<void> {
  const left = () => Math.ceil(until - performance.now());
  try {
    while (left() > 0 && (await countSome(projectId, left())));
  } catch (error) {
    if (!hasErrorCode(error, lockTaken)) throw error;
  }
}

/**
 * Counts the users of the next marked minutes. As with the metrics, marks are taken away before raw rows are read, so
 * that what is committed in between is counted the next time.
 * @param patienceMs how long a reader waits for others who count; 0 for the job, which waits for as long as it takes.
 * @returns whether there may be more.
 */
const countSome = (projectId: string, patienceMs: number): Promise<boolean> =>
  planned(async (tx) => {
    await lockCountingWithin(tx, projectId, patienceMs, "experimentUsers");
    const experiments = await undecided(tx, projectId);
    // It takes a while, so that readers leave it to the job.
    for (const each of experiments)
      if (patienceMs === 0 && !each.hasHistory) await addHistory(tx, projectId, each);
    const minutes = await takeMinutes(tx, projectId);
    if (minutes.length === 0) return false;
    const changed = await usersOf(tx, projectId, minutes);
    for (const each of experiments) {
      const keys = changed.flatMap((user) => (user.experiment === each.experiment ? [user.raterKey] : []));
      await countInParts(tx, projectId, each, keys);
    }
    await countUncounted(tx, projectId, minutes);
    return minutes.length === MINUTES_AT_ONCE;
  });

interface Undecided extends CountedExperiment {
  hasHistory: boolean;
}

/** The experiments whose users are counted. */
async function undecided(tx: Transaction, projectId: string): Promise<Undecided[]> {
  return (await listUndecided(tx, projectId)).flatMap((each): Undecided[] => {
    const { experiment, startedAt, primaryMetric, featureName, historyAt } = each;
    if (!startedAt || !primaryMetric) return [];
    return [
      {
        ...{ experiment, startedAt, featureName, primary: primaryMetric.metric },
        ...{ variants: each.arms.map(({ variant }) => variant), named: namedMetrics(each) },
        hasHistory: historyAt !== null,
      },
    ];
  });
}

/** Takes the marks of the earliest minutes away. */
async function takeMinutes(tx: Transaction, projectId: string): Promise<string[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const taken = await tx.$queryRaw<{ minute: Date }[]>`
    DELETE FROM experiment_mark WHERE project_id = ${project} AND minute = ANY(ARRAY(
      SELECT DISTINCT minute FROM experiment_mark WHERE project_id = ${project} ORDER BY minute
      LIMIT ${MINUTES_AT_ONCE}::int))
    RETURNING minute`;
  return [...new Set(taken.map(({ minute }) => minute.toISOString()))];
}

/** SQL: the answers of some minutes that name an experiment. They are read by time, and by nothing else. */
const answersOf = (project: Prisma.Sql, minutes: readonly string[]): Prisma.Sql => Prisma.sql`
  SELECT due.minute, answer.* FROM unnest(${[...minutes]}::text[]::timestamptz[]) AS due (minute)
  CROSS JOIN LATERAL (
    SELECT i.experiment, i.variant, i.created_at, ${raterKey("i")} AS rater_key FROM interactions AS i
    WHERE i.project_id = ${project} AND i.created_at >= due.minute
      AND i.created_at < due.minute + interval '1 minute' ORDER BY i.created_at OFFSET 0
  ) AS answer WHERE answer.experiment IS NOT NULL`;

/** Who got an answer in some minutes, or was told to be exposed. */
const usersOf = (
  tx: Transaction,
  projectId: string,
  minutes: readonly string[],
): Promise<{ experiment: string; raterKey: string }[]> => tx.$queryRaw`
  SELECT experiment, rater_key AS "raterKey" FROM (${answersOf(Prisma.sql`${projectId}::uuid`, minutes)}) AS seen
  WHERE rater_key IS NOT NULL
  UNION
  SELECT x.experiment, x.rater_key FROM unnest(${[...minutes]}::text[]::timestamptz[]) AS due (minute)
  JOIN experiment_exposure AS x ON x.project_id = ${projectId}::uuid AND x.exposed_at >= due.minute
    AND x.exposed_at < due.minute + interval '1 minute'`;

async function countInParts(
  tx: Transaction,
  projectId: string,
  counted: CountedExperiment,
  keys: readonly string[],
): Promise<void> {
  for (let from = 0; from < keys.length; from += USERS_AT_ONCE)
    await countUsers(tx, projectId, counted, keys.slice(from, from + USERS_AT_ONCE));
}

/** Counts the answers of some minutes that name an experiment and count for nobody, by minute. */
async function countUncounted(tx: Transaction, projectId: string, minutes: readonly string[]): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  await tx.$executeRaw`
    DELETE FROM experiment_uncounted
    WHERE project_id = ${project} AND minute = ANY(${[...minutes]}::text[]::timestamptz[])`;
  await tx.$executeRaw`
    WITH seen AS MATERIALIZED (${answersOf(project, minutes)}),
    told AS (
      SELECT seen.minute, COALESCE(known.experiment, '') AS experiment, seen.rater_key IS NULL AS anonymous,
        known.has_variant IS NOT TRUE AS unknown
      FROM seen LEFT JOIN LATERAL (
        SELECT e.experiment, e.state, EXISTS (
          SELECT FROM experiment_arm AS a
          WHERE (a.project_id, a.experiment, a.variant) = (e.project_id, e.experiment, seen.variant)
        ) AS has_variant
        FROM experiment AS e
        WHERE (e.project_id, e.experiment) = (${project}, seen.experiment) AND e.started_at <= seen.created_at OFFSET 0
      ) AS known ON true
      WHERE known.state IS NULL OR known.state IN ('running', 'paused')
    )
    INSERT INTO experiment_uncounted (project_id, minute, experiment, unknown, anonymous)
    SELECT ${project}, minute, experiment, count(*) FILTER (WHERE unknown), count(*) FILTER (WHERE anonymous AND NOT unknown)
    FROM told WHERE unknown OR anonymous GROUP BY minute, experiment`;
}

/**
 * Counts all users of a project's undecided experiments again, as after a change of how they are counted. What users said
 * before the start stays as it was then.
 */
export async function recountExposures(projectId: string): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  for (const each of await undecided(db(), projectId)) {
    const users = await db().$queryRaw<{ raterKey: string }[]>`
      SELECT DISTINCT rater_key AS "raterKey" FROM (
        SELECT ${raterKey("i")} AS rater_key FROM interactions AS i
        WHERE i.project_id = ${project} AND i.experiment = ${each.experiment}
        UNION ALL
        SELECT rater_key FROM experiment_exposure WHERE project_id = ${project} AND experiment = ${each.experiment}
        UNION ALL
        SELECT rater_key FROM experiment_user WHERE project_id = ${project} AND experiment = ${each.experiment}
      ) AS either WHERE rater_key IS NOT NULL`;
    const keys = users.map(({ raterKey: key }) => key);
    for (let from = 0; from < keys.length; from += USERS_AT_ONCE)
      await planned(async (tx) => {
        await holdExperiments(tx, projectId);
        await countUsers(tx, projectId, each, keys.slice(from, from + USERS_AT_ONCE));
      });
  }
}
