import { db } from "#lib/platform/db/client.ts";
import type { Statements } from "#lib/platform/db/statements.ts";
import type { AttachedEvent } from "./event.ts";
import { type AnyRow, entryOf } from "./event-types.ts";

/** An event pending for its interaction, ready for its own store. */
export type PendingEvent = AttachedEvent extends infer Event
  ? Event extends { type: infer Type; row: infer Row }
    ? { kind: Type; row: Row; receivedAt: Date }
    : never
  : never;

/** The ID of an interaction, and its session. */
export interface InteractionName {
  project_id: string;
  interaction_id: string;
  session_id?: string | null | undefined;
}

const idOf = ({ kind, row }: PendingEvent): string => entryOf(kind).idOf(row as AnyRow);

/** Keeps events until their interactions arrive. If an ID is used again, the first one stays. */
export async function insertPending(tx: Statements, events: readonly PendingEvent[]): Promise<void> {
  const given = events.map((event, position) => ({
    ...nameOf(event),
    interaction_id: event.row.interaction_id,
    session_id: sessionOf(event),
    row: { ...event.row, origin: undefined },
    received_at: event.receivedAt,
    position,
  }));
  await tx.$executeRaw`
    INSERT INTO awaited_events (project_id, kind, event_id, interaction_id, session_id, row, fingerprint, received_at)
    SELECT project_id, kind, event_id, interaction_id, session_id, row, decode(fingerprint, 'hex'), received_at
    FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS given(project_id uuid, kind "AwaitingKind", event_id text,
      interaction_id text, session_id text, row jsonb, fingerprint text, received_at timestamptz, position int)
    ORDER BY project_id, kind, event_id, position
    ON CONFLICT (project_id, kind, event_id) DO NOTHING`;
}

/** The session it is waiting for; null if it waits for a specific interaction. */
const sessionOf = ({ row }: PendingEvent): string | null =>
  "scored_session" in row && row.interaction_id === null ? row.scored_session : null;

/** The events whose ID is already used by a pending event with different content. */
export async function findReusedPending<Event extends PendingEvent>(
  tx: Statements,
  events: readonly Event[],
): Promise<Set<Event>> {
  const given = events.map((event, position) => ({ ...nameOf(event), position }));
  const others = await tx.$queryRaw<{ position: number }[]>`
    SELECT given.position FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      AS given(project_id uuid, kind "AwaitingKind", event_id text, fingerprint text, position int)
    CROSS JOIN LATERAL (
      SELECT a.fingerprint FROM awaited_events AS a
      WHERE (a.project_id, a.kind, a.event_id) = (given.project_id, given.kind, given.event_id) LIMIT 1
    ) AS there
    WHERE there.fingerprint <> decode(given.fingerprint, 'hex')`;
  return new Set(others.flatMap(({ position }) => events[position] ?? []));
}

const nameOf = (event: PendingEvent) => ({
  project_id: event.row.project_id,
  kind: event.kind,
  event_id: idOf(event),
  fingerprint: event.row.fingerprint,
});

/** Removes and returns what is pending for these interactions or their sessions, earliest first. */
export async function takePending(
  tx: Statements,
  interactions: readonly InteractionName[],
): Promise<PendingEvent[]> {
  const taken = await tx.$queryRaw<PendingEvent[]>`
    DELETE FROM awaited_events AS a WHERE a.ctid = ANY(ARRAY(
      SELECT waiting.ctid
      FROM jsonb_to_recordset(${JSON.stringify(interactions)}::jsonb) AS given(project_id uuid, interaction_id text, session_id text)
      CROSS JOIN LATERAL (
        SELECT w.ctid FROM awaited_events AS w
        WHERE (w.project_id, w.interaction_id) = (given.project_id, given.interaction_id)
        UNION SELECT w.ctid FROM awaited_events AS w
        WHERE (w.project_id, w.session_id) = (given.project_id, given.session_id)
      ) AS waiting
    ))
    RETURNING a.kind::text AS kind, a.row, a.received_at AS "receivedAt"`;
  return taken.sort(
    (one, other) =>
      one.receivedAt.getTime() - other.receivedAt.getTime() || (idOf(one) < idOf(other) ? -1 : 1),
  );
}

/**
 * Interactions that exist next to events pending for them: both were written at once, before either was
 * visible to the other.
 */
export const arrivedInteractions = (limit: number): Promise<InteractionName[]> =>
  db().$queryRaw<InteractionName[]>`
    SELECT DISTINCT project_id::text AS project_id, interaction_id, NULL AS session_id FROM awaited_events
    JOIN interactions USING (project_id, interaction_id)
    UNION ALL
    SELECT project_id::text, answer.interaction_id, waiting.session_id FROM (
      SELECT DISTINCT project_id, session_id FROM awaited_events WHERE session_id IS NOT NULL
    ) AS waiting
    CROSS JOIN LATERAL (
      SELECT i.interaction_id FROM interactions AS i
      WHERE (i.project_id, i.session_id) = (waiting.project_id, waiting.session_id) LIMIT 1
    ) AS answer
    LIMIT ${limit}`;
