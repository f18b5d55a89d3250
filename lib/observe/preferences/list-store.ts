import { anyTime } from "#lib/platform/db/any-time";
import { db, Prisma } from "#lib/platform/db/client";
import { cursorAfter } from "../interactions/index.ts";
import type { PreferenceItem, PreferencePage } from "./list.ts";
import type { PreferenceQuery } from "./schema.ts";

/** Which of these preferences a project has already. */
export async function knownPreferences(projectId: string, ids: readonly string[]): Promise<Set<string>> {
  const found = await db().preference.findMany({
    where: { projectId, preferenceId: { in: [...ids] } },
    select: { preferenceId: true },
  });
  return new Set(found.map(({ preferenceId }) => preferenceId));
}

/** Preferences of a project, the latest first. */
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
  const rows = await db().$queryRaw<PreferenceItem[]>`
    SELECT preference_id AS "preferenceId", preferred_id AS "preferredId", rejected_id AS "rejectedId", tie,
      source::text AS source, comment, user_hash AS "userHash", session_id AS "sessionId", created_at AS "createdAt"
    FROM preferences WHERE project_id = ${projectId}::uuid AND ${anyTime} ${Prisma.join([Prisma.empty, ...conditions], " ")}
    ORDER BY created_at DESC, preference_id DESC LIMIT ${limit + 1}`;
  const data = rows.slice(0, limit);
  const last = rows.length > limit ? data.at(-1) : undefined;
  return { data, nextCursor: last ? cursorAfter({ at: last.createdAt, id: last.preferenceId }) : null };
}
