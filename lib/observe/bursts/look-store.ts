import type { BurstKind } from "#lib/domain/burst.ts";
import { LARGE_GROUP } from "#lib/domain/burst.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";

/** A stretch of time; `until` is not part of it. */
export interface Span {
  since: Date;
  until: Date;
}

/** The votes of a stretch of time by what they have in common. */
export interface BurstScan {
  votes: number;
  groups: number;
  /** The largest with at least {@link LARGE_GROUP} votes. */
  large: { key: string; votes: number }[];
}

/** Most groups that are told singly: more than a project's daily quota could make bursts of in an hour. */
const LARGE_MAX = 2_000;

/** What votes have in common, as a column. */
export const keyColumns = {
  token: Prisma.sql`interaction_id`,
  address: Prisma.sql`address`,
  agent: Prisma.sql`agent`,
  minute: Prisma.sql`date_bin('1 minute', received_at, 'epoch'::timestamptz)`,
} as const satisfies Record<BurstKind, Prisma.Sql>;

/**
 * The votes of some time, each rater's on an answer once, but for those of other bursts. Those of the kind's own that are
 * under way count, or what is left of a burst would look small.
 */
const votesOf = (projectId: string, kind: BurstKind, { since, until }: Span): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT interaction_id, rater, ${keyColumns[kind]} AS key FROM vote_origins
  WHERE project_id = ${projectId}::uuid
    AND received_at >= ${since.toISOString()}::timestamptz AND received_at < ${until.toISOString()}::timestamptz
    AND (burst_id IS NULL OR burst_id = ANY (ARRAY(
      SELECT burst.burst_id FROM bursts AS burst
      WHERE burst.project_id = ${projectId}::uuid AND burst.kind = ${kind}::"BurstKind"
        AND burst.dismissed_at IS NULL AND burst.ended_at >= ${since.toISOString()}::timestamptz)))`;

/** The votes of some time by what they have in common. */
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
 * How many of the votes of one group still stand: what was taken back moves no figure, and must not make a burst of votes
 * that happen to share its origin. Each is looked up by its key (LIMIT 1 keeps that from becoming a join).
 */
export async function countStanding(
  projectId: string,
  kind: BurstKind,
  { key, span }: { key: string; span: Span },
): Promise<number> {
  const ofGroup = kind === "minute" ? Prisma.sql`true` : Prisma.sql`vote.key = ${key}`;
  const [found] = await db().$queryRaw<{ votes: number }[]>`
    SELECT count(*)::int AS votes FROM (${votesOf(projectId, kind, span)}) AS vote
    WHERE ${ofGroup} AND COALESCE(
      (SELECT true FROM feedback AS f
        WHERE (f.project_id, f.interaction_id, f.rater) = (${projectId}::uuid, vote.interaction_id, vote.rater) LIMIT 1),
      (SELECT true FROM preferences AS p
        WHERE (p.project_id, p.preferred_id, p.rater) = (${projectId}::uuid, vote.interaction_id, vote.rater) LIMIT 1)
    )`;
  return found?.votes ?? 0;
}

/** How many votes each minute of some time has; both ends are whole minutes. */
export async function votesByMinute(projectId: string, { since, until }: Span): Promise<number[]> {
  const rows = await db().$queryRaw<{ key: Date; votes: number }[]>`
    SELECT key, count(*)::int AS votes FROM (${votesOf(projectId, "minute", { since, until })}) AS vote GROUP BY key`;
  const counts = Array<number>((until.getTime() - since.getTime()) / 60_000).fill(0);
  for (const { key, votes } of rows) counts[(key.getTime() - since.getTime()) / 60_000] = votes;
  return counts;
}

/** The projects that got votes since a moment. */
export async function projectsWithVotes(since: Date): Promise<string[]> {
  const rows = await db().$queryRaw<{ projectId: string }[]>`
    SELECT projects.project_id AS "projectId" FROM projects CROSS JOIN LATERAL (
      SELECT FROM vote_origins AS vote WHERE vote.project_id = projects.project_id
        AND vote.received_at >= ${since.toISOString()}::timestamptz LIMIT 1
    ) AS voted`;
  return rows.map(({ projectId }) => projectId);
}
