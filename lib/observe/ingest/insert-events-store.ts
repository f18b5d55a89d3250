import { retryConflicts } from "#lib/platform/db/retry-conflicts.ts";
import { inTransaction, type Statements } from "#lib/platform/db/statements.ts";
import { type RaterFault, settleRaters } from "../raters/index.ts";
import type { HangingEvent, StoredEvent } from "./event.ts";
import { type AnyOutcome, type AnyRow, entryOf, eventTypeNames, eventTypes } from "./event-types.ts";
import {
  findReusedPending,
  type InteractionName,
  insertPending,
  type PendingEvent,
  takePending,
} from "./pending-store.ts";

/** Outcomes with which an event goes on waiting. */
const unjoined: ReadonlySet<string> = new Set(["interaction_missing", "id_reused", "score_refused"]);

const idReused = { outcome: "id_reused" } as const;

type Row = HangingEvent["row"];

/** The types that hang on an interaction, in the order in which they are stored. */
const types = eventTypeNames.filter((type) => type !== "interaction");

/**
 * Stores events under those whom they are from; what came before its interaction is kept until that arrives.
 */
export async function insertEvents(
  tx: Statements,
  events: readonly HangingEvent[],
  at: Date,
): Promise<Map<HangingEvent, StoredEvent>> {
  const outcomes = new Map<HangingEvent, StoredEvent>();
  const settled = await settle(tx, events, at);
  for (const type of types) {
    const admitted: { event: HangingEvent; row: Row }[] = [];
    for (const [index, event] of events.entries()) {
      const row = settled[index];
      if (event.type !== type || row === undefined) continue;
      if (typeof row === "string")
        outcomes.set(event, { type, stored: { outcome: "rater_refused", fault: row } });
      else admitted.push({ event, row });
    }
    const rows = admitted.map(({ row }) => row);
    const stored = await hang(tx, type, rows, at);
    for (const [index, { event }] of admitted.entries())
      outcomes.set(event, { type, stored: stored[index] } as StoredEvent);
  }
  return outcomes;
}

/**
 * The rows of events with whom they are from, or why they are refused for that. What is only watched takes no place; a
 * preference takes one at each of its answers, as it makes one of them lose.
 */
async function settle(
  tx: Statements,
  events: readonly HangingEvent[],
  at: Date,
): Promise<(Row | RaterFault)[]> {
  const own = events.map(({ type, row }) => ({ row, votes: eventTypes[type].budget === "feedback" }));
  const ofRejected = events.flatMap(({ row }, index) => {
    if (!("rejected_unproven" in row && row.rejected_unproven)) return [];
    const { rejected_id: interaction_id, rejected_unproven: unproven } = row;
    return [{ index, row: { ...row, interaction_id, unproven }, votes: true }];
  });
  const settled = await settleRaters<Row>(tx, [...own, ...ofRejected], at);
  const rows = settled.slice(0, events.length);
  for (const [position, { index }] of ofRejected.entries()) {
    const [row, other] = [rows[index], settled[events.length + position]];
    if (typeof row === "string" || row === undefined) continue;
    rows[index] = typeof other === "string" ? other : ({ ...row, rejected_unproven: undefined } as Row);
  }
  return rows;
}

async function hang(
  tx: Statements,
  type: HangingEvent["type"],
  rows: readonly Row[],
  at: Date,
): Promise<{ outcome: string }[]> {
  if (rows.length === 0) return [];
  const events = rows.map((row) => ({ kind: type, row, receivedAt: at }) as PendingEvent);
  // An id belongs to the event that waits under it, also where the other one's interaction is there.
  const taken = entryOf(type).insertChecksPending
    ? new Set<PendingEvent>()
    : await findReusedPending(tx, events);
  const free = events.filter((event) => !taken.has(event));
  const outcomes = await insertSettled(tx, type, free);
  const missing = free.filter((event) => outcomes.get(event)?.outcome === "interaction_missing");
  for (const event of missing) waitFor(event, outcomes.get(event));
  if (missing.length > 0) await insertPending(tx, missing);
  const reused = missing.length > 0 ? await findReusedPending(tx, missing) : taken;
  return events.map((event) => (reused.has(event) ? idReused : (outcomes.get(event) ?? idReused)));
}

/** Stores events of one type; while it is not settled whom one is from, its interaction counts as missing. */
async function insertSettled(
  tx: Statements,
  type: HangingEvent["type"],
  events: readonly PendingEvent[],
): Promise<Map<PendingEvent, AnyOutcome>> {
  const settled = events.filter(({ row }) => !row.unproven);
  const rows = settled.map(({ row }) => row);
  const stored = rows.length > 0 ? await entryOf(type).insert(tx, rows as AnyRow[]) : [];
  const outcomes = new Map<PendingEvent, AnyOutcome>(
    settled.map((event, index) => [event, stored[index] ?? idReused]),
  );
  for (const event of events) if (event.row.unproven) outcomes.set(event, { outcome: "interaction_missing" });
  return outcomes;
}

/** Lets an event wait for what is missing. */
function waitFor(event: PendingEvent, outcome: AnyOutcome | undefined): void {
  if (outcome?.missing !== undefined) event.row = { ...event.row, interaction_id: outcome.missing };
}

/** Joins what waited for these interactions to them; what cannot be joined goes on waiting. */
export async function joinPending(interactions: readonly InteractionName[], at: Date): Promise<void> {
  if (interactions.length === 0) return;
  await retryConflicts(() =>
    inTransaction(async (tx) => {
      const events = await takePending(tx, interactions);
      const asSent = events.map(({ kind, row }) => ({ type: kind, row }) as HangingEvent);
      const settled = await settle(tx, asSent, at);
      const outcomes = new Map<PendingEvent, AnyOutcome>();
      for (const type of types) {
        const ofType = events.flatMap((event, index): [PendingEvent, PendingEvent][] => {
          const row = settled[index];
          if (event.kind !== type || row === undefined || typeof row === "string") return [];
          // What waited is older than what was said while it did: like history, it must not replace that.
          const older = "dated" in row ? { ...row, dated: true } : row;
          return [[event, { ...event, row: older } as PendingEvent]];
        });
        const stored = await insertSettled(
          tx,
          type,
          ofType.map(([, event]) => event),
        );
        for (const [event, joined] of ofType) outcomes.set(event, stored.get(joined) ?? idReused);
      }
      const left = events.filter((event) => {
        const outcome = outcomes.get(event);
        waitFor(event, outcome);
        return outcome === undefined || unjoined.has(outcome.outcome);
      });
      if (left.length > 0) await insertPending(tx, left);
    }),
  );
}
