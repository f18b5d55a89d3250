import { answerEventTypes } from "#lib/domain/answer-events.ts";
import { retryConflicts } from "#lib/platform/db/retry-conflicts.ts";
import { inTransaction, type Statements } from "#lib/platform/db/statements.ts";
import { type RaterFault, resolveRaters } from "../raters/index.ts";
import { findShadows } from "../shadows/index.ts";
import type { AttachedEvent, StoredEvent } from "./event.ts";
import { type AnyOutcome, type AnyRow, entryOf, eventTypes } from "./event-types.ts";
import {
  findReusedPending,
  type InteractionName,
  insertPending,
  type PendingEvent,
  takePending,
} from "./pending-store.ts";

/** Results that leave an event pending. */
const stillPending: ReadonlySet<string> = new Set(["interaction_missing", "id_reused", "score_refused"]);

const idReused = { outcome: "id_reused" } as const;

type Row = AttachedEvent["row"];

/**
 * Determines the raters of events and stores them; events that arrive before their interaction become
 * pending.
 */
export async function insertEvents(
  tx: Statements,
  events: readonly AttachedEvent[],
  at: Date,
): Promise<Map<AttachedEvent, StoredEvent>> {
  const outcomes = new Map<AttachedEvent, StoredEvent>();
  const resolved = await resolveEvents(tx, events, at);
  for (const type of answerEventTypes) {
    const admitted: { event: AttachedEvent; row: Row }[] = [];
    for (const [index, event] of events.entries()) {
      const row = resolved[index];
      if (event.type !== type || row === undefined) continue;
      if (typeof row === "string")
        outcomes.set(event, { type, stored: { outcome: "rater_refused", fault: row } });
      else admitted.push({ event, row });
    }
    const rows = admitted.map(({ row }) => row);
    const stored = await insertOrWait(tx, type, rows, at);
    for (const [index, { event }] of admitted.entries())
      outcomes.set(event, { type, stored: stored[index] } as StoredEvent);
  }
  return outcomes;
}

/**
 * The rows of events with their raters, or why they are rejected. Signals take no place among an answer's
 * raters; a preference takes one at each of its two answers, since it counts against one of them.
 */
async function resolveEvents(
  tx: Statements,
  events: readonly AttachedEvent[],
  at: Date,
): Promise<(Row | RaterFault)[]> {
  const own = events.map(({ type, row }) => ({ row, votes: eventTypes[type].budget === "feedback" }));
  const ofRejected = events.flatMap(({ row }, index) => {
    if (!("rejected_unproven" in row && row.rejected_unproven)) return [];
    const { rejected_id: interaction_id, rejected_unproven: unproven } = row;
    return [{ index, row: { ...row, interaction_id, unproven }, votes: true }];
  });
  const resolved = await resolveRaters<Row>(tx, [...own, ...ofRejected], at);
  const rows = resolved.slice(0, events.length);
  for (const [position, { index }] of ofRejected.entries()) {
    const [row, other] = [rows[index], resolved[events.length + position]];
    if (typeof row === "string" || row === undefined) continue;
    rows[index] = typeof other === "string" ? other : ({ ...row, rejected_unproven: undefined } as Row);
  }
  return rows;
}

async function insertOrWait(
  tx: Statements,
  type: AttachedEvent["type"],
  rows: readonly Row[],
  at: Date,
): Promise<{ outcome: string }[]> {
  if (rows.length === 0) return [];
  const events = rows.map((row) => ({ kind: type, row, receivedAt: at }) as PendingEvent);
  // A pending event owns its ID, even if the interaction of the new event exists.
  const taken = entryOf(type).insertChecksPending
    ? new Set<PendingEvent>()
    : await findReusedPending(tx, events);
  const free = events.filter((event) => !taken.has(event));
  const outcomes = await insertResolved(tx, type, free);
  const absent = free.filter((event) => outcomes.get(event)?.outcome === "interaction_missing");
  for (const event of absent) waitFor(event, outcomes.get(event));
  const shadows = await findShadows(
    tx,
    absent.map(({ row }) => row),
  );
  const missing = absent.filter(({ row }) => !shadows.has(row));
  for (const event of absent) {
    const { interaction_id: shadowId } = event.row;
    if (shadows.has(event.row)) outcomes.set(event, { outcome: "shadow_answer", shadowId: String(shadowId) });
  }
  if (missing.length > 0) await insertPending(tx, missing);
  const reused = missing.length > 0 ? await findReusedPending(tx, missing) : taken;
  return events.map((event) => (reused.has(event) ? idReused : (outcomes.get(event) ?? idReused)));
}

/** Stores events of one type; until its rater is determined, an event's interaction counts as missing. */
async function insertResolved(
  tx: Statements,
  type: AttachedEvent["type"],
  events: readonly PendingEvent[],
): Promise<Map<PendingEvent, AnyOutcome>> {
  const resolved = events.filter(({ row }) => !row.unproven);
  const rows = resolved.map(({ row }) => row);
  const stored = rows.length > 0 ? await entryOf(type).insert(tx, rows as AnyRow[]) : [];
  const outcomes = new Map<PendingEvent, AnyOutcome>(
    resolved.map((event, index) => [event, stored[index] ?? idReused]),
  );
  for (const event of events) if (event.row.unproven) outcomes.set(event, { outcome: "interaction_missing" });
  return outcomes;
}

/** Sets what a pending event is missing. */
function waitFor(event: PendingEvent, outcome: AnyOutcome | undefined): void {
  if (outcome?.missing !== undefined) event.row = { ...event.row, interaction_id: outcome.missing };
}

/** Attaches pending events to these interactions; those that cannot be attached stay pending. */
export async function joinPending(interactions: readonly InteractionName[], at: Date): Promise<void> {
  if (interactions.length === 0) return;
  await retryConflicts(() =>
    inTransaction(async (tx) => {
      const events = await takePending(tx, interactions);
      const asSent = events.map(({ kind, row }) => ({ type: kind, row }) as AttachedEvent);
      const resolved = await resolveEvents(tx, asSent, at);
      const outcomes = new Map<PendingEvent, AnyOutcome>();
      for (const type of answerEventTypes) {
        const ofType = events.flatMap((event, index): [PendingEvent, PendingEvent][] => {
          const row = resolved[index];
          if (event.kind !== type || row === undefined || typeof row === "string") return [];
          // A pending event is older than anything sent since; like history, it must not replace that.
          const older = "dated" in row ? { ...row, dated: true } : row;
          return [[event, { ...event, row: older } as PendingEvent]];
        });
        const stored = await insertResolved(
          tx,
          type,
          ofType.map(([, event]) => event),
        );
        for (const [event, joined] of ofType) outcomes.set(event, stored.get(joined) ?? idReused);
      }
      const left = events.filter((event) => {
        const outcome = outcomes.get(event);
        waitFor(event, outcome);
        return outcome === undefined || stillPending.has(outcome.outcome);
      });
      if (left.length > 0) await insertPending(tx, left);
    }),
  );
}
