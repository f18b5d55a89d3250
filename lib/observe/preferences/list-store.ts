import { anyTime } from "#lib/platform/db/any-time.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { cursorAfter } from "#lib/platform/list-cursor.ts";
import { withinBytes } from "../interactions/index.ts";
import type { PreferencePage } from "./list.ts";
import type { PreferenceQuery } from "./schema.ts";

/** Which of these preferences a project already has. */
export async function knownPreferences(projectId: string, ids: readonly string[]): Promise<Set<string>> {
  const found = await db().preference.findMany({
    where: { projectId, preferenceId: { in: [...ids] } },
    select: { preferenceId: true },
  });
  return new Set(found.map(({ preferenceId }) => preferenceId));
}

/** A project's preferences, newest first. */
export async function listPreferences(projectId: string, query: PreferenceQuery): Promise<PreferencePage> {
  const { interaction_id: id, source, cursor, limit } = query;
  const conditions = [
    ...(id === undefined ? [] : [Prisma.sql`AND (preferred_id = ${id} OR rejected_id = ${id})`]),
    ...(source === undefined ? [] : [Prisma.sql`AND source = ${source}::"FeedbackSource"`]),
    ...(cursor
      ? [
          Prisma.sql`AND (created_at, preference_id) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id})`,
        ]
      : []),
  ];
  const { ids, more } = await withinBytes(
    Prisma.sql`
      SELECT preference_id AS id, created_at AS at, COALESCE(octet_length(comment), 0) AS bytes
      FROM preferences WHERE project_id = ${projectId}::uuid AND ${anyTime} ${Prisma.join([Prisma.empty, ...conditions], " ")}
      ORDER BY created_at DESC, preference_id DESC LIMIT ${limit + 1}::int`,
    { most: limit, latestFirst: true },
  );
  const data = await db().preference.findMany({
    where: { projectId, preferenceId: { in: ids } },
    omit: { projectId: true, rater: true, fingerprint: true, burstId: true },
    orderBy: [{ createdAt: "desc" }, { preferenceId: "desc" }],
  });
  const last = more ? data.at(-1) : undefined;
  return { data, nextCursor: last ? cursorAfter({ at: last.createdAt, id: last.preferenceId }) : null };
}
