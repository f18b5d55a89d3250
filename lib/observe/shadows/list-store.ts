import { db, Prisma } from "#lib/platform/db/client.ts";
import { cursorAfter } from "#lib/platform/list-cursor.ts";
import { withinBytes } from "../interactions/index.ts";
import type { ShadowItem, ShadowPage } from "./list.ts";
import type { ShadowQuery } from "./schema.ts";

/** A project's shadow answers, newest first. */
export async function listShadows(projectId: string, query: ShadowQuery): Promise<ShadowPage> {
  const { cursor, limit } = query;
  const asked = [
    ["shadow_of", query.shadow_of],
    ["feature_name", query.feature],
    ["model_name", query.model],
    ["prompt_template", query.prompt_template],
    ["prompt_version", query.prompt_version],
  ] as const;
  const conditions = asked.flatMap(([column, value]) =>
    value === undefined ? [] : [Prisma.sql`AND ${Prisma.raw(column)} = ${value}`],
  );
  const after = cursor
    ? Prisma.sql`AND (created_at, shadow_id) < (${cursor.at.toISOString()}::text::timestamptz, ${cursor.id})`
    : Prisma.empty;
  const { ids, more } = await withinBytes(
    Prisma.sql`
      SELECT shadow_id AS id, created_at AS at, octet_length(response_text) + octet_length(details::text) AS bytes
      FROM shadow_answer WHERE project_id = ${projectId}::uuid ${Prisma.join([Prisma.empty, ...conditions], " ")} ${after}
      ORDER BY created_at DESC, shadow_id DESC LIMIT ${limit + 1}::int`,
    { most: limit, latestFirst: true },
  );
  const rows = await db().shadowAnswer.findMany({
    where: { projectId, shadowId: { in: ids } },
    omit: { projectId: true, fingerprint: true, receivedAt: true, clipped: true },
    orderBy: [{ createdAt: "desc" }, { shadowId: "desc" }],
  });
  const data = rows as (Omit<(typeof rows)[number], "details"> & Pick<ShadowItem, "details">)[];
  const last = more ? data.at(-1) : undefined;
  return { data, nextCursor: last ? cursorAfter({ at: last.createdAt, id: last.shadowId }) : null };
}
