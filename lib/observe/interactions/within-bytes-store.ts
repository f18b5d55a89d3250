import { db, Prisma } from "#lib/platform/db/client.ts";

/**
 * Most bytes of each kind of what one answer of the API tells, so that none holds the thread up for longer the
 * more was sent. The first of a kind is told however long it is.
 */
export const ANSWER_BYTES = 1_000_000;

/**
 * The ids of the rows that one answer tells.
 * @param rows SQL of rows of `id`, `at` and `bytes`, in any order.
 * @returns them in the order asked for, and whether there are more.
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
