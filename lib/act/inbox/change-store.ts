import { z } from "zod";
import { type InboxRef, type InboxStep, inboxItemId, inboxStates, resolutions } from "#lib/domain/inbox.ts";
import { db, Prisma, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client.ts";
import { complaintsAbout } from "#lib/platform/db/complaints.ts";
import { newId } from "#lib/platform/ids.ts";
import { type Changed, changeItem, type ItemChange } from "./change.ts";
import { itemColumns, type StoredItem, standingOf, toItem } from "./stored-item-store.ts";

/** Who changes items. */
export interface InboxActor {
  name: string;
  /** The ID of the user, or of the API key. */
  id: string;
}

/** What a change did. */
export interface ChangedItems {
  /** By which it can be undone. */
  batchId: string;
  changed: InboxRef[];
  refused: { item: InboxRef; message: string }[];
  /** Those that are there, but nothing about them changed. */
  unchanged: number;
}

/** Marks answers as looked at, in the transaction of a change: lib/observe/interactions. */
export type MarkLooked = (
  tx: Transaction,
  projectId: string,
  ids: readonly string[],
  by: string,
  at: Date,
) => Promise<unknown>;

interface Given {
  change: ItemChange;
  by: InboxActor;
  at: Date;
  /** Absent where nobody looked: time or data change the items. */
  markLooked?: MarkLooked;
}

/** Changes items. What cannot be changed is refused by itself. */
export function changeItems(
  projectId: string,
  items: readonly InboxRef[],
  given: Given,
): Promise<ChangedItems> {
  return db().$transaction(async (tx) => {
    const rows = await takeInHand(tx, projectId, items, given.at);
    const known = new Map(rows.map((row) => [inboxItemId(row), row]));
    const done: ChangedItems = { batchId: newId(), changed: [], refused: [], unchanged: 0 };
    const written: { row: TakenItem; changed: Changed }[] = [];
    for (const item of items) {
      const row = known.get(inboxItemId(item));
      const changed = row
        ? changeItem({ ...item, standing: standingOf(row), tags: row.tags ?? [] }, given.change, {
            isNew: row.isNew,
            now: given.at,
          })
        : { refused: "There is no such item in the inbox." };
      if ("refused" in changed) done.refused.push({ item, message: changed.refused });
      else if (changed.events.length === 0 && !isOfProblem(given.change)) done.unchanged += 1;
      else if (row) {
        written.push({ row, changed });
        done.changed.push(item);
      }
    }
    // Whoever changes an item, or opens it, has looked at it, also where that changes nothing else.
    const answers = items.flatMap(({ kind, ref }) => (kind === "answer" ? [ref] : []));
    if (answers.length > 0) await given.markLooked?.(tx, projectId, answers, given.by.id, given.at);
    await write(tx, projectId, written, given, done.batchId);
    return done;
  }, TRANSACTION_TIMES);
}

/** Whether a change is what became of a problem; its item then stands where the problem changed last. */
const isOfProblem = ({ step }: ItemChange): boolean => step?.kind.startsWith("problem_") === true;

/** An item in hand. */
interface TakenItem extends StoredItem {
  /** When its problem changed last; null for an answer. */
  steppedAt: Date | null;
}

/**
 * Locks the rows of items, making those that are not there yet: an answer is an item once somebody complained about it.
 * The rows come in one order, so that two who change the same items wait for each other.
 */
async function takeInHand(
  tx: Transaction,
  projectId: string,
  items: readonly InboxRef[],
  at: Date,
): Promise<TakenItem[]> {
  const project = Prisma.sql`${projectId}::uuid`;
  const answers = items.flatMap(({ kind, ref }) => (kind === "answer" ? [ref] : []));
  await tx.$executeRaw`
    INSERT INTO inbox_item (project_id, kind, ref, interaction_id, state, at, changed_at)
    SELECT ${project}, 'answer', answer.interaction_id, answer.interaction_id, 'unread', said.at, ${at.toISOString()}::text::timestamptz
    FROM unnest(${answers}::text[]) AS wanted(ref)
    CROSS JOIN LATERAL (
      SELECT interaction_id FROM interactions WHERE (project_id, interaction_id) = (${project}, wanted.ref) LIMIT 1
    ) AS answer
    CROSS JOIN LATERAL (
      SELECT max(at) AS at FROM (${complaintsAbout(project, Prisma.sql`answer.interaction_id`)}) AS each
    ) AS said
    WHERE said.at IS NOT NULL ORDER BY answer.interaction_id
    ON CONFLICT (project_id, kind, ref) DO NOTHING`;
  return tx.$queryRaw<TakenItem[]>`
    WITH item AS MATERIALIZED (
      SELECT own.* FROM (
        SELECT DISTINCT kind, ref FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS each(kind "InboxKind", ref text)
        ORDER BY kind, ref OFFSET 0
      ) AS wanted CROSS JOIN LATERAL (
        SELECT * FROM inbox_item WHERE (project_id, kind, ref) = (${project}, wanted.kind, wanted.ref) LIMIT 1 FOR UPDATE
      ) AS own
    )
    SELECT item.kind, item.ref, COALESCE(said.at, item.at) AS at, ${itemColumns}, COALESCE(said.unseen, false) AS "isNew",
      stepped.at AS "steppedAt"
    FROM item LEFT JOIN LATERAL (
      SELECT step.at FROM problem_step AS step WHERE step.project_id = ${project} AND step.problem_id = item.problem_id
      ORDER BY step.step_id DESC LIMIT 1
    ) AS stepped ON item.kind = 'problem'
    LEFT JOIN LATERAL (
      SELECT max(at) AS at, bool_or(unseen) AS unseen FROM (${complaintsAbout(project, Prisma.sql`item.ref`)}) AS each
    ) AS said ON item.kind = 'answer'`;
}

/** Writes what became of items in hand, and their history. Each is found by its key; a join would read all of the project. */
async function write(
  tx: Transaction,
  projectId: string,
  written: readonly { row: TakenItem; changed: Changed }[],
  { by, at, change: done }: Pick<Given, "by" | "at"> & { change?: ItemChange },
  batchId: string,
): Promise<void> {
  if (written.length === 0) return;
  const moved = done !== undefined && isOfProblem(done);
  const rows = written.map(({ row, changed: { standing, tags } }) => ({
    ...{
      kind: row.kind,
      ref: row.ref,
      at: moved ? (row.steppedAt ?? row.at) : row.at,
      tags,
      ...columnsOf(standing),
    },
    resolved_at:
      standing.state === "resolved" ? (row.state === "resolved" && !row.isNew ? row.resolvedAt : at) : null,
  }));
  await tx.$executeRaw`
    UPDATE inbox_item AS item SET state = given.state, assignee = given.assignee, waiting_until = given.waiting_until,
      resolution = given.resolution, fixed_template = given.fixed_template, fixed_version = given.fixed_version,
      tags = given.tags, at = given.at, resolved_at = given.resolved_at, changed_at = ${at.toISOString()}::text::timestamptz
    FROM (
      SELECT each.*, own.ctid AS place
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS each(kind "InboxKind", ref text, state "InboxState",
        assignee text, waiting_until timestamptz, resolution text, fixed_template text, fixed_version text, tags text[],
        at timestamptz, resolved_at timestamptz)
      CROSS JOIN LATERAL (
        SELECT ctid FROM inbox_item WHERE (project_id, kind, ref) = (${projectId}::uuid, each.kind, each.ref) LIMIT 1
      ) AS own
    ) AS given
    WHERE item.ctid = given.place AND item.project_id = ${projectId}::uuid`;
  const events = written.flatMap(({ row, changed }) => {
    const before = beforeOf(row);
    return changed.events.map(({ step, change, note }) => ({
      ...{ projectId, eventId: newId(), kind: row.kind, ref: row.ref, step, note, by: by.name, batchId, at },
      change: change as Prisma.InputJsonObject,
      before,
    }));
  });
  await tx.inboxEvent.createMany({ data: events });
}

const columnsOf = ({ state, assignee, waitingUntil, resolution, fixedIn }: Changed["standing"]) => ({
  ...{ state, assignee, waiting_until: waitingUntil, resolution },
  fixed_template: fixedIn?.template ?? null,
  fixed_version: fixedIn?.version ?? null,
});

/** What an item was, as its history keeps it. */
const beforeSchema = z.object({
  state: z.enum(inboxStates),
  assignee: z.string().nullable(),
  waiting_until: z.coerce.date().nullable(),
  resolution: z.enum(resolutions).nullable(),
  fixed_template: z.string().nullable(),
  fixed_version: z.string().nullable(),
  tags: z.array(z.string()),
});

function beforeOf(row: StoredItem): Prisma.InputJsonObject {
  const item = toItem(row);
  const { waiting_until, ...columns } = columnsOf(item);
  return { ...columns, waiting_until: waiting_until?.toISOString() ?? null, tags: item.tags };
}

/**
 * Undoes a change, where nobody changed the item since. Notes stay, and what was looked at was looked at.
 * @returns the items that are as they were before.
 */
export function undoChange(
  projectId: string,
  batchId: string,
  by: InboxActor,
  at: Date,
): Promise<{ undone: InboxRef[]; changedSince: number }> {
  return db().$transaction(async (tx) => {
    const first = await tx.inboxEvent.findMany({
      where: { projectId, batchId, NOT: { step: "undone" } },
      distinct: ["kind", "ref"],
      orderBy: [{ kind: "asc" }, { ref: "asc" }, { eventId: "asc" }],
      select: { kind: true, ref: true, before: true },
    });
    const rows = new Map(
      (await takeInHand(tx, projectId, first, at)).map((row) => [inboxItemId(row), row] as const),
    );
    const since = await changedSince(tx, projectId, batchId, first);
    const written = first.flatMap(({ before, ...item }) => {
      const row = rows.get(inboxItemId(item));
      if (!row || since.has(inboxItemId(item))) return [];
      const { tags, waiting_until: waitingUntil, ...was } = beforeSchema.parse(before);
      const { fixed_template: fixedTemplate, fixed_version: fixedVersion, ...rest } = was;
      const standing = standingOf({ ...row, ...rest, waitingUntil, fixedTemplate, fixedVersion });
      const step: InboxStep = "undone";
      return [{ row, changed: { standing, tags, events: [{ step, change: {}, note: null }] } }];
    });
    await write(tx, projectId, written, { by, at }, batchId);
    return {
      undone: written.map(({ row: { kind, ref } }) => ({ kind, ref })),
      changedSince: first.length - written.length,
    };
  }, TRANSACTION_TIMES);
}

/** Items of a change whose last event is not of it any more, or that undid it. */
async function changedSince(
  tx: Transaction,
  projectId: string,
  batchId: string,
  items: readonly InboxRef[],
): Promise<Set<string>> {
  const last = await tx.inboxEvent.findMany({
    where: { projectId, OR: items.map(({ kind, ref }) => ({ kind, ref })) },
    distinct: ["kind", "ref"],
    orderBy: [{ kind: "asc" }, { ref: "asc" }, { eventId: "desc" }],
    select: { kind: true, ref: true, batchId: true, step: true },
  });
  return new Set(
    last.flatMap((event) =>
      event.batchId === batchId && event.step !== "undone" ? [] : [inboxItemId(event)],
    ),
  );
}
