import { answerEventEntries, type VoteCount } from "#lib/domain/answer-events.ts";
import type { BurstKind } from "#lib/domain/burst.ts";
import { now } from "#lib/platform/clock.ts";
import { db, Prisma, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { lockBursts } from "./lock-bursts-store.ts";
import { markAnswers } from "./mark-answers-store.ts";

/** A burst with the counts of what belongs to it now. */
export interface Burst extends Record<VoteCount, number> {
  burstId: string;
  kind: BurstKind;
  beganAt: Date;
  endedAt: Date;
  /** When its first and last answers were given; null if nothing belongs to it any more. */
  answeredFrom: Date | null;
  answeredTo: Date | null;
  /**
   * The most votes within an hour (or a minute), the most that were expected, and the probability of that
   * many.
   */
  votes: number;
  expected: number;
  chance: number;
  groups: number;
  foundAt: Date;
  dismissedAt: Date | null;
  leftOut: boolean;
  voters: number;
  interactions: number;
  thumbsUp: number;
  thumbsDown: number;
}

/** A project's newest bursts, and whether they are excluded. */
export interface BurstList {
  leaveOut: boolean;
  bursts: Burst[];
  total: number;
}

/** How many bursts to list at most. */
export const BURSTS_LISTED = 100;

/** Lists a project's newest bursts, and whether they are excluded. */
export async function listBursts(projectId: string): Promise<BurstList> {
  const [{ leaveOutBursts: leaveOut }, bursts, total] = await Promise.all([
    db().project.findUniqueOrThrow({ where: { projectId }, select: { leaveOutBursts: true } }),
    readBursts(projectId, Prisma.sql`true`),
    db().burst.count({ where: { projectId } }),
  ]);
  return { leaveOut, bursts, total };
}

/** Finds a burst by ID; null if there is none. */
export const findBurst = async (projectId: string, burstId: string): Promise<Burst | null> =>
  (await readBursts(projectId, Prisma.sql`burst_id = ${burstId}::uuid`))[0] ?? null;

/** How many votes of each type belong to burst `b`. */
const voteCounts = (projectId: string): Prisma.Sql =>
  Prisma.join(
    answerEventEntries.flatMap(({ table, votes }) =>
      votes === null
        ? []
        : [
            Prisma.sql`(SELECT count(*)::int FROM ${Prisma.raw(table)}
              WHERE project_id = ${projectId}::uuid AND burst_id = b.burst_id) AS ${Prisma.raw(votes)}`,
          ],
    ),
  );

const readBursts = (projectId: string, condition: Prisma.Sql): Promise<Burst[]> => db().$queryRaw`
  SELECT b.burst_id::text AS "burstId", b.kind::text AS kind, b.began_at AS "beganAt", b.ended_at AS "endedAt",
    b.answered_from AS "answeredFrom", b.answered_to AS "answeredTo", b.votes, b.expected, b.chance, b.groups,
    b.found_at AS "foundAt", b.dismissed_at AS "dismissedAt", b.left_out AS "leftOut", said.*
  FROM (
    SELECT * FROM bursts WHERE project_id = ${projectId}::uuid AND ${condition}
    ORDER BY found_at DESC, burst_id DESC LIMIT ${BURSTS_LISTED}::int
  ) AS b
  CROSS JOIN LATERAL (
    SELECT ${voteCounts(projectId)},
      count(DISTINCT CASE rater WHEN 'token' THEN 'token of ' || interaction_id ELSE rater END)::int AS voters,
      count(DISTINCT interaction_id)::int AS interactions,
      (count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 1))::int AS "thumbsUp",
      (count(*) FILTER (WHERE rating_type = 'binary' AND rating_value = 0))::int AS "thumbsDown"
    FROM feedback WHERE project_id = ${projectId}::uuid AND burst_id = b.burst_id
  ) AS said
  ORDER BY b.found_at DESC, b.burst_id DESC`;

/** What every page with metrics shows about a project's bursts. */
export interface BurstNews {
  /** Bursts not yet viewed by anyone who can decide on them. */
  unseen: number;
  /** Bursts whose ratings are excluded. */
  leftOut: number;
}

/** Counts a project's new and excluded bursts. */
export async function burstNews(projectId: string): Promise<BurstNews> {
  const [news] = await db().$queryRaw<BurstNews[]>`
    SELECT (count(*) FILTER (WHERE dismissed_at IS NULL AND found_at > COALESCE((
        SELECT bursts_seen_at FROM projects WHERE project_id = ${projectId}::uuid), '-infinity')))::int AS unseen,
      (count(*) FILTER (WHERE left_out))::int AS "leftOut"
    FROM bursts WHERE project_id = ${projectId}::uuid`;
  return news ?? { unseen: 0, leftOut: 0 };
}

/** Records that someone who can decide on bursts has viewed them. */
export async function recordBurstsViewed(projectId: string, at: Date): Promise<void> {
  await db().$executeRaw`
    UPDATE projects SET bursts_seen_at = ${at.toISOString()}::timestamptz
    WHERE project_id = ${projectId}::uuid AND EXISTS (
      SELECT FROM bursts WHERE project_id = ${projectId}::uuid AND found_at > COALESCE(bursts_seen_at, '-infinity'))`;
}

/**
 * Excludes a project's bursts from all metrics, or includes them again. Marks what changes for recounting in
 * the same transaction, so metrics never mix the two.
 */
export async function setLeaveOutBursts(projectId: string, leaveOut: boolean): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockBursts(tx, projectId);
    await tx.project.update({
      where: { projectId },
      data: { leaveOutBursts: leaveOut },
      select: { projectId: true },
    });
    await settleLeftOut(tx, projectId);
  }, TRANSACTION_TIMES);
}

/**
 * Dismisses a burst, so that it counts even if the project excludes bursts, and later votes of its origin are
 * expected; or undoes that.
 * @throws Problem 404 if the project has no such burst.
 */
export async function dismissBurst(projectId: string, burstId: string, dismissed: boolean): Promise<Burst> {
  await db().$transaction(async (tx) => {
    await lockBursts(tx, projectId);
    await tx.burst.updateMany({
      where: { projectId, burstId, dismissedAt: dismissed ? null : { not: null } },
      data: { dismissedAt: dismissed ? now() : null },
    });
    await settleLeftOut(tx, projectId);
  }, TRANSACTION_TIMES);
  const burst = await findBurst(projectId, burstId);
  if (!burst) throw new Problem("not_found", `No burst with the ID ${burstId}.`);
  return burst;
}

/**
 * Updates which bursts are excluded, by the project's setting and their dismissals, and marks what needs
 * recounting.
 */
async function settleLeftOut(tx: Transaction, projectId: string): Promise<void> {
  const project = Prisma.sql`${projectId}::uuid`;
  const changed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE bursts AS b SET left_out = NOT b.left_out FROM projects AS p
    WHERE b.project_id = ${project} AND p.project_id = ${project}
      AND b.left_out <> (p.leave_out_bursts AND b.dismissed_at IS NULL)
    RETURNING b.burst_id::text AS id`;
  if (changed.length === 0) return;
  const ids = Prisma.sql`${changed.map(({ id }) => id)}::uuid[]`;
  const answers = answerEventEntries.map(
    ({ table, answer }) => Prisma.sql`
      SELECT ${Prisma.raw(answer)} FROM ${Prisma.raw(table)} WHERE project_id = ${project} AND burst_id = ANY(${ids})`,
  );
  await tx.$executeRaw`
    WITH ${markAnswers(project, Prisma.join(answers, " UNION "))} SELECT FROM answers`;
}
