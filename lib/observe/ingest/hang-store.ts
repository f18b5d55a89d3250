import { db, TRANSACTION_TIMES, type Transaction } from "#lib/platform/db/client";
import { retryConflicts } from "#lib/platform/db/retry-conflicts";
import { type AnnotationRow, insertAnnotations } from "../annotations/index.ts";
import { type FeedbackRow, type StoredFeedback, upsertFeedback } from "../feedback/index.ts";
import type { StoredHanging } from "../interactions/index.ts";
import { insertSignals, type SignalRow } from "../signals/index.ts";
import {
  type AwaitedEvent,
  type InteractionName,
  keepAwaited,
  reusedAwaited,
  takeAwaited,
} from "./awaited-store.ts";

const idReused = { outcome: "id_reused" } as const;

/** Stores ratings; what came before its interaction is kept until that arrives. */
export const hangFeedback = (tx: Transaction, rows: readonly FeedbackRow[], now: Date) =>
  hang<FeedbackRow, StoredFeedback>(tx, rows, upsertFeedback, (row) => ({
    kind: "feedback",
    row,
    receivedAt: now,
  }));

/** Stores annotations; what came before its interaction is kept until that arrives. */
export const hangAnnotations = (tx: Transaction, rows: readonly AnnotationRow[], now: Date) =>
  hang<AnnotationRow, StoredHanging>(tx, rows, insertAnnotations, (row) => ({
    kind: "annotation",
    row,
    receivedAt: now,
  }));

/** Stores signals; what came before its interaction is kept until that arrives. */
export const hangSignals = (tx: Transaction, rows: readonly SignalRow[], now: Date) =>
  hang<SignalRow, StoredHanging>(tx, rows, insertSignals, (row) => ({
    kind: "signal",
    row,
    receivedAt: now,
  }));

async function hang<Row, Stored extends { outcome: string }>(
  tx: Transaction,
  rows: readonly Row[],
  insert: (tx: Transaction, rows: readonly Row[]) => Promise<Stored[]>,
  awaitedEvent: (row: Row) => AwaitedEvent,
): Promise<(Stored | typeof idReused)[]> {
  if (rows.length === 0) return [];
  const events = rows.map(awaitedEvent);
  // An id belongs to the event that waits under it, also where the other one's interaction is there.
  const taken = await reusedAwaited(tx, events);
  const free = rows.filter((_, index) => !taken.has(events[index] as AwaitedEvent));
  const inserted = free.length > 0 ? await insert(tx, free) : [];
  const stored = new Map(free.map((row, index) => [row, inserted[index] as Stored]));
  const missing = events.filter(
    (_, index) => stored.get(rows[index] as Row)?.outcome === "interaction_missing",
  );
  if (missing.length > 0) await keepAwaited(tx, missing);
  const reused = missing.length > 0 ? await reusedAwaited(tx, missing) : taken;
  return rows.map((row, index) =>
    reused.has(events[index] as AwaitedEvent) ? idReused : (stored.get(row) ?? idReused),
  );
}

/** Joins what waited for these interactions to them; what cannot be joined goes on waiting. */
export async function joinAwaited(interactions: readonly InteractionName[]): Promise<void> {
  if (interactions.length === 0) return;
  await retryConflicts(() =>
    db().$transaction(async (tx) => {
      const events = await takeAwaited(tx, interactions);
      const outcomes = new Map<AwaitedEvent, { outcome: string }>();
      for (const kind of ["feedback", "annotation", "signal"] as const) {
        const ofKind = events.filter((event) => event.kind === kind);
        const stored = await insertAgain(tx, ofKind);
        for (const [index, event] of ofKind.entries()) outcomes.set(event, stored[index] ?? idReused);
      }
      const left = events.filter((event) => {
        const outcome = outcomes.get(event)?.outcome;
        return outcome === "interaction_missing" || outcome === "id_reused" || outcome === "score_refused";
      });
      if (left.length > 0) await keepAwaited(tx, left);
    }, TRANSACTION_TIMES),
  );
}

/** @param events of one kind. */
async function insertAgain(
  tx: Transaction,
  events: readonly AwaitedEvent[],
): Promise<readonly { outcome: string }[]> {
  const rows = events.map(({ row }) => row);
  switch (events[0]?.kind) {
    case "feedback":
      // What waited is older than what was said while it did: like history, it must not replace that.
      return upsertFeedback(
        tx,
        (rows as FeedbackRow[]).map((row) => ({ ...row, dated: true })),
      );
    case "annotation":
      return insertAnnotations(tx, rows as AnnotationRow[]);
    case "signal":
      return insertSignals(tx, rows as SignalRow[]);
    default:
      return [];
  }
}
