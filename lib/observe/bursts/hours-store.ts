import { type BurstKind, burstKindSchema, LARGE_GROUP } from "#lib/domain/burst.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { type BurstScan, keyColumns } from "./look-store.ts";

/** The distribution of an hour's votes, without those of bursts. */
export interface VoteHour {
  hour: Date;
  votes: number;
  largest: number;
  large: BurstScan["large"];
}

/** How long to keep hours, and how long to keep the origins of individual votes, in milliseconds. */
const [HOURS_KEPT, VOTES_KEPT] = [29 * 86_400_000, 86_400_000];

/** How many large groups to store individually per hour. */
const LARGE_MAX = 50;

/** The distribution of a project's votes of one kind since a given time, and its dismissed bursts. */
export async function readVoteHistory(
  projectId: string,
  kind: BurstKind,
  since: Date,
): Promise<{ hours: VoteHour[]; dismissed: BurstScan["large"] }> {
  const [hours, dismissed] = await Promise.all([
    db().voteHour.findMany({ where: { projectId, kind, hour: { gte: since } }, orderBy: { hour: "asc" } }),
    db().burst.findMany({
      where: {
        projectId,
        kind,
        dismissedAt: { not: null },
        groupKey: { not: null },
        endedAt: { gte: since },
      },
      select: { groupKey: true, votes: true },
    }),
  ]);
  return {
    hours: hours.map(({ hour, votes, largest, keys, counts }) => ({
      ...{ hour, votes, largest },
      large: keys.map((key, index) => ({ key, votes: counts[index] ?? 0 })),
    })),
    dismissed: dismissed.map(({ groupKey, votes }) => ({ key: groupKey ?? "", votes })),
  };
}

/** The hours before a given time that have votes but no summary yet, earliest first. */
export async function hoursToSummarize(projectId: string, before: Date): Promise<Date[]> {
  const rows = await db().$queryRaw<{ hour: Date }[]>`
    SELECT DISTINCT date_bin('1 hour', received_at, 'epoch'::timestamptz) AS hour FROM vote_origins
    WHERE project_id = ${projectId}::uuid AND received_at < ${before.toISOString()}::timestamptz
      AND received_at >= COALESCE((
        SELECT max(hour) + interval '1 hour' FROM vote_hours
        WHERE project_id = ${projectId}::uuid AND kind = 'address'), '-infinity')
    ORDER BY hour`;
  return rows.map(({ hour }) => hour);
}

/** Summarizes the origins of an hour's votes. */
export async function summarizeHour(projectId: string, hour: Date): Promise<void> {
  for (const kind of burstKindSchema.options) {
    await db().$executeRaw`
      INSERT INTO vote_hours (project_id, kind, hour, votes, groups, largest, keys, counts)
      SELECT ${projectId}::uuid, ${kind}::"BurstKind", ${hour.toISOString()}::timestamptz, COALESCE(sum(votes), 0),
        count(*), COALESCE(max(votes), 0), COALESCE(array_agg(key) FILTER (WHERE kept), '{}'),
        COALESCE(array_agg(votes) FILTER (WHERE kept), '{}')
      FROM (
        SELECT key::text, count(*)::int AS votes,
          ${kind !== "minute"} AND count(*) >= ${LARGE_GROUP}::int
            AND row_number() OVER (ORDER BY count(*) DESC, key) <= ${LARGE_MAX}::int AS kept
        FROM (
          SELECT DISTINCT interaction_id, rater, ${keyColumns[kind]} AS key FROM vote_origins
          WHERE project_id = ${projectId}::uuid AND burst_id IS NULL
            AND received_at >= ${hour.toISOString()}::timestamptz
            AND received_at < ${hour.toISOString()}::timestamptz + interval '1 hour'
        ) AS vote GROUP BY key
      ) AS grouped
      ON CONFLICT DO NOTHING`;
  }
}

/** Deletes the origins of individual votes, and the hours and burst keys that are too old to compare with. */
export async function forgetVotes(now: Date): Promise<void> {
  const [votes, hours] = [VOTES_KEPT, HOURS_KEPT].map((ms) => new Date(now.getTime() - ms).toISOString());
  // One project at a time: every index starts with the project.
  const each = (rows: Prisma.Sql) =>
    Prisma.sql`SELECT row.* FROM projects CROSS JOIN LATERAL (${rows} OFFSET 0) AS row`;
  await db().$executeRaw`
    DELETE FROM vote_origins WHERE ctid = ANY(ARRAY(${each(Prisma.sql`
      SELECT ctid FROM vote_origins AS v
      WHERE v.project_id = projects.project_id AND v.received_at < ${votes}::timestamptz`)}))`;
  await db().$executeRaw`
    DELETE FROM vote_hours WHERE ctid = ANY(ARRAY(${each(Prisma.sql`
      SELECT ctid FROM vote_hours AS v WHERE v.project_id = projects.project_id
        AND v.kind = ANY(enum_range(NULL::"BurstKind")) AND v.hour < ${hours}::timestamptz`)}))`;
  await db().burst.updateMany({
    where: { groupKey: { not: null }, endedAt: { lt: new Date(hours ?? 0) } },
    data: { groupKey: null },
  });
}
