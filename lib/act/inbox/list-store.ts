import { dimensionNames, dimensions } from "#lib/domain/dimensions.ts";
import { statesOfList } from "#lib/domain/inbox.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { complaintsAbout, unseenMark, unseenRating } from "#lib/platform/db/complaints.ts";
import { notLeftOut } from "#lib/platform/db/left-out.ts";
import type { ListCursor } from "#lib/platform/list-cursor.ts";
import type { InboxFilter, InboxItem, InboxPage } from "./item.ts";
import { itemColumns, type StoredItem, toItem } from "./stored-item-store.ts";

/**
 * How many complaints are looked at for a page, one step after the other until it is full. What few of very many fit is
 * found over several pages, each as fast as any.
 */
const STEPS = [400, 2_000, 4_000, 4_000] as const;

/** How many more than a page has are looked at first: some are of the same answer. */
const SPARE = 20;

/** An item of a list; `ref` is null where none fits. */
interface FoundRow extends Omit<StoredItem, "ref"> {
  ref: string | null;
  looked: number;
  edgeAt: Date | null;
  edgeRef: string | null;
}

/** A page of the inbox, the newest complaint first. */
export async function listItems(projectId: string, filter: InboxFilter): Promise<InboxPage> {
  const isNarrow = conditionsOf(projectId, filter).length > 1;
  const items: InboxItem[] = [];
  let { after } = filter;
  for (const most of [...(isNarrow ? [] : [filter.limit + SPARE]), ...STEPS]) {
    const rows = await look(projectId, { ...filter, after }, most, filter.limit + 1 - items.length);
    items.push(...rows.flatMap(({ ref, ...row }) => (ref === null ? [] : toItem({ ...row, ref }))));
    if (items.length > filter.limit)
      return { items: items.slice(0, filter.limit), next: placeOf(items[filter.limit - 1]) };
    const [{ looked, edgeAt, edgeRef } = { looked: 0, edgeAt: null, edgeRef: null }] = rows;
    if (looked < most || edgeAt === null || edgeRef === null) return { items, next: null };
    after = { at: edgeAt, id: edgeRef };
  }
  return { items, next: after ?? null };
}

const placeOf = (item: InboxItem | undefined): ListCursor | null =>
  item ? { at: item.at, id: item.ref } : null;

/** How many items a list has, and whether that is all. */
export interface ItemCount {
  unread: number;
  read: number;
  complete: boolean;
}

/** How many items of a list are unread and read, counted over that many complaints at most. */
export async function countItems(
  projectId: string,
  list: "open" | "unread",
  most: number,
): Promise<ItemCount> {
  const rows = await look(projectId, { list, limit: most }, most, most);
  const found = rows.filter(({ ref }) => ref !== null);
  const read = found.filter(({ state, isNew }) => state === "read" && !isNew).length;
  return { unread: found.length - read, read, complete: (rows[0]?.looked ?? 0) < most };
}

/** How many items are assigned, and how many wait, each up to `most`. */
export async function countTaken(
  projectId: string,
  most: number,
): Promise<{ assigned: number; waiting: number }> {
  const [found] = await db().$queryRaw<{ assigned: number; waiting: number }[]>`
    SELECT count(*) FILTER (WHERE state = 'assigned')::int AS assigned,
      count(*) FILTER (WHERE state = 'waiting')::int AS waiting
    FROM (
      (SELECT state FROM inbox_item WHERE project_id = ${projectId}::uuid AND state = 'assigned' LIMIT ${most}::int)
      UNION ALL
      (SELECT state FROM inbox_item WHERE project_id = ${projectId}::uuid AND state = 'waiting' LIMIT ${most}::int)
    ) AS taken`;
  return found ?? { assigned: 0, waiting: 0 };
}

/** Looks at the next items of a list. There is a row without an item where none fits. */
function look(projectId: string, filter: InboxFilter, most: number, limit: number): Promise<FoundRow[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  // The complaints that nobody looked at make items by themselves; everything else has a row of its own. An item with both
  // stands where its newest complaint is, unless somebody has taken it.
  return db().$queryRaw<FoundRow[]>`
    WITH looked AS MATERIALIZED (
      SELECT * FROM (${branches(project, filter, most)}) AS branch ORDER BY at DESC, ref DESC LIMIT ${most}::int
    ),
    found AS MATERIALIZED (
      SELECT place.kind, place.ref, place.at, ${itemColumns}, newest.at IS NOT NULL AS "isNew"
      FROM (SELECT kind, ref, max(at) AS at FROM looked GROUP BY kind, ref OFFSET 0) AS place
      LEFT JOIN LATERAL (
        SELECT * FROM inbox_item AS own
        WHERE (own.project_id, own.kind, own.ref) = (${project}, place.kind, place.ref) LIMIT 1
      ) AS item ON true
      LEFT JOIN LATERAL (
        SELECT max(at) AS at FROM (${complaintsAbout(project, Prisma.sql`place.ref`)}) AS said WHERE unseen
      ) AS newest ON place.kind = 'answer'
      WHERE place.at = CASE WHEN item.state IN ('assigned', 'waiting') THEN item.at ELSE COALESCE(newest.at, item.at) END
        AND ${Prisma.join(conditionsOf(projectId, filter), " AND ")}
      ORDER BY place.at DESC, place.ref DESC LIMIT ${limit}::int
    )
    SELECT edge.*, found.* FROM (
      SELECT count(*)::int AS looked, (array_agg(at ORDER BY at, ref))[1] AS "edgeAt", (array_agg(ref ORDER BY at, ref))[1] AS "edgeRef"
      FROM looked
    ) AS edge LEFT JOIN found ON true ORDER BY found.at DESC, found.ref DESC`;
}

/** Where the items of a list come from, each in the order of an index. */
function branches(project: Prisma.Sql, { list, after }: InboxFilter, most: number): Prisma.Sql {
  const beyond = (at: string, ref: string) =>
    after
      ? Prisma.sql`AND (${Prisma.raw(at)}, ${Prisma.raw(ref)}) < (${after.at.toISOString()}::text::timestamptz, ${after.id}::text)`
      : Prisma.empty;
  const states = statesOfList(list);
  const stored = states.map(
    (state) => Prisma.sql`(
      SELECT kind, ref, at FROM inbox_item WHERE project_id = ${project} AND state = ${state}::"InboxState" ${beyond("at", "ref")}
      ORDER BY at DESC, ref DESC LIMIT ${most}::int)`,
  );
  const unseen = [
    Prisma.sql`(
      SELECT 'answer'::"InboxKind" AS kind, interaction_id AS ref, updated_at AS at FROM feedback
      WHERE project_id = ${project} AND ${unseenRating} AND ${notLeftOut(project)} ${beyond("updated_at", "interaction_id")}
      ORDER BY updated_at DESC, interaction_id DESC LIMIT ${most}::int)`,
    Prisma.sql`(
      SELECT 'answer'::"InboxKind" AS kind, interaction_id AS ref, created_at AS at FROM annotations
      WHERE project_id = ${project} AND ${unseenMark} AND ${notLeftOut(project)} ${beyond("created_at", "interaction_id")}
      ORDER BY created_at DESC, interaction_id DESC LIMIT ${most}::int)`,
  ];
  return Prisma.join([...(states.includes("unread") ? unseen : []), ...stored], " UNION ALL ");
}

/** SQL conditions on `place`, with its `item` and its `newest` complaint. The first is on its state. */
function conditionsOf(projectId: string, filter: InboxFilter): Prisma.Sql[] {
  const { list, assignee, tag, category, words } = filter;
  const project = Prisma.sql`${projectId}::uuid`;
  const states = Prisma.join(
    statesOfList(list).map((state) => Prisma.sql`${state}::"InboxState"`),
    ", ",
  );
  const named = dimensionNames.flatMap((name) => {
    const value = filter[name];
    if (value === undefined) return [];
    const column = Prisma.raw(dimensions[name].column);
    return [value === "" ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} = ${value}`];
  });
  const ofAnswer = (table: string, where: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM (
    SELECT * FROM ${Prisma.raw(table)} AS own
    WHERE place.kind = 'answer' AND (own.project_id, own.interaction_id) = (${project}, place.ref) OFFSET 0
  ) AS own WHERE ${where})`;
  return [
    Prisma.sql`CASE WHEN item.state IS NULL OR (newest.at IS NOT NULL AND item.state IN ('read', 'resolved'))
      THEN 'unread' ELSE item.state END IN (${states})`,
    ...(assignee === undefined
      ? []
      : [assignee === null ? Prisma.sql`item.assignee IS NULL` : Prisma.sql`item.assignee = ${assignee}`]),
    ...(tag === undefined ? [] : [Prisma.sql`${tag} = ANY (item.tags)`]),
    ...(named.length > 0
      ? [
          Prisma.sql`(${ofAnswer("interactions", Prisma.join(named, " AND "))} OR ${ofProblem(project, filter)})`,
        ]
      : []),
    ...(category === undefined
      ? []
      : [
          ofAnswer(
            "feedback",
            Prisma.sql`source = 'user' AND ${category} = ANY (rating_categories) AND ${notLeftOut(project)}`,
          ),
        ]),
    ...(words ? [ofAnswer("search_documents", Prisma.sql`words @@ ${words}::tsquery`)] : []),
  ];
}

/** SQL condition: the item's problem is one of a filter's dimensions, each of which it names. */
function ofProblem(project: Prisma.Sql, filter: InboxFilter): Prisma.Sql {
  const scope = Object.fromEntries(
    dimensionNames.flatMap((name) => {
      const value = filter[name];
      return value === undefined ? [] : [[dimensions[name].param, value]];
    }),
  );
  return Prisma.sql`EXISTS (SELECT FROM problem AS own
    WHERE own.project_id = ${project} AND own.problem_id = item.problem_id AND own.scope @> ${JSON.stringify(scope)}::jsonb)`;
}
