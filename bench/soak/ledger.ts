import type { Send, SentEvent } from "./sent-event.ts";

/** What is known of one event: that it was sent, and the ids under which it was acknowledged. */
export interface LedgerEntry {
  event: SentEvent;
  /** Empty until it is acknowledged; one id, however often it was sent. */
  acknowledged: Set<string>;
}

/** The clients' own book of what they sent and what they were told. */
export interface Ledger {
  entries: ReadonlyMap<string, LedgerEntry>;
  /** Answers that no client should get, as `status path: body`. */
  unexpected: string[];
  /** Requests, retries included. */
  requests: number;
  /** Events that were acknowledged so far. */
  acknowledgedCount: number;
  sent(send: Send): void;
  /** @param ids one for each event of the request, in order. */
  acknowledged(send: Send, ids: readonly string[]): void;
}

/** The key of an event in the book: an inline interaction shares its marker with its rating. */
export const entryKey = ({ kind, marker }: { kind: string; marker: string | null }): string =>
  `${kind} ${marker}`;

/** An empty book. */
export function newLedger(): Ledger {
  const entries = new Map<string, LedgerEntry>();
  const ledger: Ledger = {
    entries,
    unexpected: [],
    requests: 0,
    acknowledgedCount: 0,
    sent: ({ events }) => {
      ledger.requests += 1;
      for (const event of events) {
        const key = entryKey(event);
        if (!entries.has(key)) entries.set(key, { event, acknowledged: new Set() });
      }
    },
    acknowledged: ({ events }, told) => {
      for (const [position, event] of events.entries()) {
        const ids = entries.get(entryKey(event))?.acknowledged;
        if (ids?.size === 0) ledger.acknowledgedCount += 1;
        ids?.add(told[position] ?? "(no id)");
      }
    },
  };
  return ledger;
}
