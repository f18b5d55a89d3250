import { db, Prisma } from "#lib/platform/db/client.ts";

/**
 * How many bytes of each kind an API response can contain, so that large data does not block the thread. The
 * first item is always included, however long.
 */
export const ANSWER_BYTES = 1_000_000;

/**
 * The IDs of the rows that fit into one response.
 * @param rows SQL of rows of `id`, `at` and `bytes`, in any order.
 * @returns them in the requested order, and whether there are more.
 */
export async function withinBytes(
  rows: Prisma.Sql,
  { most, latestFirst = false }: { most: number; latestFirst?: boolean },
): Promise<{ ids: string[]; more: boolean }> {
  const order = latestFirst ? Prisma.sql`at DESC, id DESC` : Prisma.sql`at, id`;
  const found = await db().$queryRaw<{ id: string; fits: boolean }[]>`
    SELECT id, sum(bytes) OVER (ORDER BY ${order}) - bytes < ${ANSWER_BYTES}::int AS fits
    FROM (SELECT * FROM (${rows}) AS every ORDER BY ${order} LIMIT ${most + 1}::int) AS first ORDER BY ${order}`;
  const ids = found.slice(0, most).flatMap(({ id, fits }) => (fits ? id : []));
  return { ids, more: ids.length < found.length };
}
