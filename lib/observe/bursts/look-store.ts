import { answerEventEntries } from "#lib/domain/answer-events.ts";
import type { BurstKind } from "#lib/domain/burst.ts";
import { LARGE_GROUP } from "#lib/domain/burst.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";

/** A time range; `until` is exclusive. */
export interface Span {
  since: Date;
  until: Date;
}

/** The votes in a time range, grouped by what they have in common. */
export interface BurstScan {
  votes: number;
  groups: number;
  /** The largest groups with at least {@link LARGE_GROUP} votes. */
  large: { key: string; votes: number }[];
}

/**
 * How many groups to list individually: more than a project's daily quota could turn into bursts within an
 * hour.
 */
const LARGE_MAX = 2_000;

/** The column that the votes of a burst have in common. */
export const keyColumns = {
  token: Prisma.sql`interaction_id`,
  address: Prisma.sql`address`,
  agent: Prisma.sql`agent`,
  minute: Prisma.sql`date_bin('1 minute', received_at, 'epoch'::timestamptz)`,
} as const satisfies Record<BurstKind, Prisma.Sql>;

/**
 * The votes in a time range, one per rater and answer, without those of other bursts. Ongoing bursts of the
 * same kind are included, or the rest of such a burst would look small.
 */
const votesOf = (projectId: string, kind: BurstKind, { since, until }: Span): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT interaction_id, rater, ${keyColumns[kind]} AS key FROM vote_origins
  WHERE project_id = ${projectId}::uuid
    AND received_at >= ${since.toISOString()}::timestamptz AND received_at < ${until.toISOString()}::timestamptz
    AND (burst_id IS NULL OR burst_id = ANY (ARRAY(
      SELECT burst.burst_id FROM bursts AS burst
      WHERE burst.project_id = ${projectId}::uuid AND burst.kind = ${kind}::"BurstKind"
        AND burst.dismissed_at IS NULL AND burst.ended_at >= ${since.toISOString()}::timestamptz)))`;

/** The votes in a time range, grouped by what they have in common. */
export async function scanVotes(
  projectId: string,
  kind: Exclude<BurstKind, "minute">,
  span: Span,
): Promise<BurstScan> {
  const rows = await db().$queryRaw<{ key: string; votes: number; all: number; groups: number }[]>`
    SELECT key, votes, (sum(votes) OVER ())::int AS all, (count(*) OVER ())::int AS groups FROM (
      SELECT key, count(*)::int AS votes FROM (${votesOf(projectId, kind, span)}) AS vote GROUP BY key
    ) AS grouped ORDER BY votes DESC, key LIMIT ${LARGE_MAX}::int`;
  const { all = 0, groups = 0 } = rows[0] ?? {};
  const large = rows.filter(({ votes }) => votes >= LARGE_GROUP).map(({ key, votes }) => ({ key, votes }));
  return { votes: all, groups, large };
}

/**
 * How many votes of a group still count: withdrawn votes change no metric and must not turn votes that share
 * their origin into a burst. LIMIT 1 keeps the lookup of each by its key from becoming a join.
 */
export async function countStanding(
  projectId: string,
  kind: BurstKind,
  { key, span }: { key: string; span: Span },
): Promise<number> {
  const ofGroup = kind === "minute" ? Prisma.sql`true` : Prisma.sql`vote.key = ${key}`;
  const standing = answerEventEntries
    .filter(({ votes }) => votes !== null)
    .map(
      ({ table, answer }) => Prisma.sql`(SELECT true FROM ${Prisma.raw(table)} AS t
        WHERE (t.project_id, t.${Prisma.raw(answer)}, t.rater) = (${projectId}::uuid, vote.interaction_id, vote.rater) LIMIT 1)`,
    );
  const [found] = await db().$queryRaw<{ votes: number }[]>`
    SELECT count(*)::int AS votes FROM (${votesOf(projectId, kind, span)}) AS vote
    WHERE ${ofGroup} AND COALESCE(${Prisma.join(standing)})`;
  return found?.votes ?? 0;
}

/** The number of votes in each minute of a time range; both ends are whole minutes. */
export async function votesByMinute(projectId: string, { since, until }: Span): Promise<number[]> {
  const rows = await db().$queryRaw<{ key: Date; votes: number }[]>`
    SELECT key, count(*)::int AS votes FROM (${votesOf(projectId, "minute", { since, until })}) AS vote GROUP BY key`;
  const counts = Array<number>((until.getTime() - since.getTime()) / 60_000).fill(0);
  for (const { key, votes } of rows) counts[(key.getTime() - since.getTime()) / 60_000] = votes;
  return counts;
}

/** The projects that received votes since a given time. */
export async function projectsWithVotes(since: Date): Promise<string[]> {
  const rows = await db().$queryRaw<{ projectId: string }[]>`
    SELECT projects.project_id AS "projectId" FROM projects CROSS JOIN LATERAL (
      SELECT FROM vote_origins AS vote WHERE vote.project_id = projects.project_id
        AND vote.received_at >= ${since.toISOString()}::timestamptz LIMIT 1
    ) AS voted`;
  return rows.map(({ projectId }) => projectId);
}
