import { answerEventEntries } from "#lib/domain/answer-events.ts";
import { now } from "#lib/platform/clock.ts";
import { db, Prisma } from "#lib/platform/db/client.ts";
import { cursorAfter } from "#lib/platform/list-cursor.ts";
import { ANSWER_BYTES } from "../interactions/index.ts";
import {
  ORPHANED_AFTER_MS,
  type PendingDeletion,
  type PendingItem,
  type PendingPage,
  type PendingQuery,
} from "./pending-list.ts";

/** Fields of a row that only matter for storing it. */
const internal = Prisma.sql`ARRAY['project_id', 'interaction_id', 'fingerprint', 'user_hash', 'rater', 'dated',
  'submission_id', 'received_at', 'may_declare', 'unproven', 'scored_session',
  ${Prisma.raw(answerEventEntries.map(({ id }) => `'${id}'`).join(", "))}]`;

const orphanedBefore = (): Date => new Date(now().getTime() - ORPHANED_AFTER_MS);

/** Deletes pending events. Returns how many there were. */
export function deletePending(
  projectId: string,
  { state, type, event_id }: PendingDeletion,
): Promise<number> {
  const ofState =
    state === "orphaned"
      ? Prisma.sql`received_at < ${orphanedBefore()}`
      : Prisma.sql`received_at >= ${orphanedBefore()}`;
  return db().$executeRaw`
    DELETE FROM awaited_events WHERE project_id = ${projectId}::uuid AND ${ofState}
      ${type ? Prisma.sql`AND kind = ${type}::"AwaitingKind"` : Prisma.empty}
      ${event_id ? Prisma.sql`AND event_id = ${event_id}` : Prisma.empty}`;
}

/** An event with shortened texts and without other long fields, since the page shows no more. */
const excerptsOf = (event: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT jsonb_object_agg(key, CASE jsonb_typeof(value) WHEN 'string' THEN to_jsonb(left(value #>> '{}', 600)) ELSE value END)
  FROM jsonb_each(${event}) WHERE jsonb_typeof(value) = 'string' OR length(value::text) <= 2000)`;

/** A project's pending events, newest first, with excerpts of their texts. */
export async function listPending(
  projectId: string,
  query: PendingQuery & { excerpts?: boolean },
): Promise<PendingPage> {
  const { state, cursor, limit, excerpts = false } = query;
  const event = Prisma.sql`jsonb_strip_nulls(row - ${internal})`;
  const before = orphanedBefore();
  const ofState = {
    waiting: Prisma.sql`AND received_at >= ${before}`,
    orphaned: Prisma.sql`AND received_at < ${before}`,
  };
  const anyTime = Prisma.sql`AND received_at <> 'infinity'::timestamptz`;
  const after = cursor
    ? Prisma.sql`AND (received_at, event_id) < (${cursor.at}, ${cursor.id})`
    : Prisma.empty;
  // Events that do not fit on this page go to the next one.
  const rows = await db().$queryRaw<(PendingItem & { fits: boolean })[]>`
    SELECT kind::text AS type, event_id AS "eventId", interaction_id AS "interactionId", session_id AS "sessionId",
      received_at AS "receivedAt", fits, CASE WHEN fits THEN ${excerpts ? excerptsOf(event) : event} END AS event
    FROM (
      SELECT *, ${excerpts} OR sum(bytes) OVER (ORDER BY received_at DESC, event_id DESC) - bytes < ${ANSWER_BYTES}::int AS fits
      FROM (
        SELECT *, octet_length(row::text) AS bytes
        FROM awaited_events WHERE project_id = ${projectId}::uuid ${state ? ofState[state] : anyTime} ${after}
        ORDER BY received_at DESC, event_id DESC LIMIT ${limit + 1}::int
      ) AS first
    ) AS told
    ORDER BY received_at DESC, event_id DESC`;
  const [counts] = await db().$queryRaw<PendingPage["counts"][]>`
    SELECT count(*) FILTER (WHERE received_at >= ${before})::int AS waiting,
      count(*) FILTER (WHERE received_at < ${before})::int AS orphaned
    FROM awaited_events WHERE project_id = ${projectId}::uuid`;
  const data = rows.slice(0, limit).filter(({ fits }) => fits);
  const last = rows.length > data.length ? data.at(-1) : undefined;
  return {
    data,
    nextCursor: last ? cursorAfter({ at: last.receivedAt, id: last.eventId }) : null,
    counts: counts ?? { waiting: 0, orphaned: 0 },
    orphanedBefore: before,
  };
}
