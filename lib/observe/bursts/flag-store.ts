import { answerEventEntries } from "#lib/domain/answer-events.ts";
import type { BurstKind } from "#lib/domain/burst.ts";
import { db, Prisma, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { retryConflicts } from "#lib/platform/db/retry-conflicts.ts";
import { newId } from "#lib/platform/ids.ts";
import { lockBursts } from "./lock-bursts-store.ts";
import { keyColumns, type Span } from "./look-store.ts";
import { markAnswers } from "./mark-answers-store.ts";

/** A group of votes larger than expected. */
export interface Unexplained {
  kind: BurstKind;
  key: string;
  votes: number;
  expected: number;
  chance: number;
  groups: number;
}

interface Vote {
  interaction_id: string;
  rater: string;
}

/**
 * Flags the votes of a burst that are not flagged yet, as part of an ongoing burst or a new one, along with
 * everything else its voters left.
 */
export const flagBurst = (projectId: string, found: Unexplained, span: Span, at: Date): Promise<void> =>
  retryConflicts(() =>
    db().$transaction(async (tx) => {
      await lockBursts(tx, projectId);
      const underWay = await findUnderWay(tx, projectId, found, span);
      const burstId = underWay ?? newId();
      const votes = await takeVotes(tx, projectId, burstId, found, span);
      if (votes.length === 0) return;
      const times = votes.map(({ at: time }) => time.getTime());
      const [began, ended] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
      await (underWay
        ? growBurst(tx, projectId, burstId, found, ended)
        : insertBurst(tx, projectId, burstId, found, { began, ended, at }));
      await flagVoters(tx, projectId, burstId, votes);
    }, TRANSACTION_TIMES),
  );

/**
 * Flags what voters of bursts have since left on the same answers. Skipped if the project has no bursts.
 * @param since only considers votes received from then on.
 */
export async function flagLater(projectId: string, since: Date): Promise<void> {
  const newest = await db().burst.findFirst({ where: { projectId }, select: { burstId: true } });
  if (!newest) return;
  await retryConflicts(() =>
    db().$transaction(async (tx) => {
      await lockBursts(tx, projectId);
      const voters = await tx.$queryRaw<(Vote & { burst_id: string })[]>`
        WITH since AS (
          SELECT DISTINCT interaction_id, rater, burst_id FROM vote_origins
          WHERE project_id = ${projectId}::uuid AND received_at >= ${since.toISOString()}::timestamptz
        )
        SELECT since.interaction_id, since.rater, COALESCE(since.burst_id, flagged.burst_id)::text AS burst_id
        FROM since LEFT JOIN LATERAL (
          SELECT own.burst_id FROM (
            SELECT f.burst_id FROM feedback AS f
            WHERE (f.project_id, f.interaction_id, f.rater) = (${projectId}::uuid, since.interaction_id, since.rater) OFFSET 0
          ) AS own WHERE own.burst_id IS NOT NULL LIMIT 1
        ) AS flagged ON true
        WHERE since.burst_id IS NOT NULL OR flagged.burst_id IS NOT NULL`;
      for (const [burstId, of] of Map.groupBy(voters, ({ burst_id }) => burst_id))
        await flagVoters(tx, projectId, burstId, of);
    }, TRANSACTION_TIMES),
  );
}

/**
 * The burst these votes continue: one of the same origin that overlaps their hour, or that is at most a
 * minute away.
 */
async function findUnderWay(
  tx: Transaction,
  projectId: string,
  { kind, key }: Unexplained,
  { since, until }: Span,
): Promise<string | null> {
  const beside = kind === "minute" ? 60_000 : 0;
  const same = kind === "minute" ? {} : { groupKey: key };
  const found = await tx.burst.findFirst({
    where: {
      ...{ projectId, kind, dismissedAt: null, ...same },
      endedAt: { gte: new Date(since.getTime() - beside) },
      beganAt: { lt: new Date(until.getTime() + beside) },
    },
    select: { burstId: true },
  });
  return found?.burstId ?? null;
}

/** Assigns votes to a burst and returns them. */
const takeVotes = (
  tx: Transaction,
  projectId: string,
  burstId: string,
  { kind, key }: Unexplained,
  { since, until }: Span,
): Promise<(Vote & { at: Date })[]> => tx.$queryRaw`
  UPDATE vote_origins SET burst_id = ${burstId}::uuid
  WHERE project_id = ${projectId}::uuid AND received_at >= ${since.toISOString()}::timestamptz
    AND received_at < ${until.toISOString()}::timestamptz AND burst_id IS NULL
    AND ${kind === "minute" ? Prisma.sql`true` : Prisma.sql`${keyColumns[kind]} = ${key}`}
  RETURNING interaction_id, rater, received_at AS at`;

/** Inserts a burst, excluded if the project excludes bursts. */
const insertBurst = (
  tx: Transaction,
  projectId: string,
  burstId: string,
  { kind, key, votes, expected, chance, groups }: Unexplained,
  { began, ended, at }: { began: Date; ended: Date; at: Date },
): Promise<unknown> => tx.$executeRaw`
  INSERT INTO bursts (project_id, burst_id, kind, group_key, began_at, ended_at, votes, expected, chance, groups, found_at,
    left_out)
  SELECT project_id, ${burstId}::uuid, ${kind}::"BurstKind", ${key}, ${began.toISOString()}::timestamptz,
    ${ended.toISOString()}::timestamptz, ${votes}::int, ${expected}::float8, ${chance}::float8, ${groups}::int,
    ${at.toISOString()}::timestamptz, leave_out_bursts
  FROM projects WHERE project_id = ${projectId}::uuid`;

/** Extends a burst. Its statistics stay those of its largest size. */
const growBurst = (
  tx: Transaction,
  projectId: string,
  burstId: string,
  { votes, expected, chance, groups }: Unexplained,
  ended: Date,
): Promise<unknown> => tx.$executeRaw`
  UPDATE bursts SET ended_at = GREATEST(ended_at, ${ended.toISOString()}::timestamptz), votes = GREATEST(votes, ${votes}::int),
    expected = CASE WHEN votes < ${votes}::int THEN ${expected}::float8 ELSE expected END,
    chance = CASE WHEN votes < ${votes}::int THEN ${chance}::float8 ELSE chance END,
    groups = CASE WHEN votes < ${votes}::int THEN ${groups}::int ELSE groups END
  WHERE project_id = ${projectId}::uuid AND burst_id = ${burstId}::uuid`;

const flagged = ({ table }: { table: string }) => Prisma.raw(`flagged_${table}`);

/**
 * Flags everything that voters left on their answers, and marks those answers to be recounted and reindexed.
 * OFFSET 0 keeps the lookup of each row by its key from becoming a join.
 */
async function flagVoters(
  tx: Transaction,
  projectId: string,
  burstId: string,
  votes: readonly Vote[],
): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  const given = JSON.stringify(votes.map(({ interaction_id, rater }) => ({ interaction_id, rater })));
  const update = ({ table, id, answer, votes: vote }: (typeof answerEventEntries)[number]) => Prisma.sql`
    UPDATE ${Prisma.raw(table)} AS row SET burst_id = ${burstId}::uuid
    WHERE row.project_id = ${project} AND row.${Prisma.raw(id)} = ANY (ARRAY(
      SELECT own.id FROM voters CROSS JOIN LATERAL (
        SELECT t.${Prisma.raw(id)} AS id, t.burst_id FROM ${Prisma.raw(table)} AS t
        WHERE t.project_id = ${project} AND t.${Prisma.raw(answer)} = voters.interaction_id AND t.rater = voters.rater
          ${vote !== null ? Prisma.sql`AND t.source = 'user'` : Prisma.empty} OFFSET 0
      ) AS own WHERE own.burst_id IS NULL))
    RETURNING row.${Prisma.raw(answer)} AS interaction_id`;
  const [flags, changed] = [
    answerEventEntries.map((entry) => Prisma.sql`${flagged(entry)} AS (${update(entry)})`),
    answerEventEntries.map((entry) => Prisma.sql`SELECT interaction_id FROM ${flagged(entry)}`),
  ];
  await tx.$executeRaw`
    WITH voters AS MATERIALIZED (
      SELECT DISTINCT * FROM jsonb_to_recordset(${given}::jsonb) AS given(interaction_id text, rater text)
    ),
    ${Prisma.join(flags)},
    ${markAnswers(project, Prisma.join(changed, " UNION "))}
    UPDATE bursts AS b SET answered_from = LEAST(b.answered_from, span.first), answered_to = GREATEST(b.answered_to, span.last)
    FROM (SELECT min(created_at) AS first, max(created_at) AS last FROM answers) AS span
    WHERE b.project_id = ${project} AND b.burst_id = ${burstId}::uuid`;
}
