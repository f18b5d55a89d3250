import type { Send, SentEvent } from "./sent-event.ts";

/** What clients know about an event: that it was sent, and the IDs under which it was acknowledged. */
export interface LedgerEntry {
  event: SentEvent;
  /** Empty until it is acknowledged; must never be more than one. */
  acknowledged: Set<string>;
}

/** The clients' record of what they sent and how it was answered. */
export interface Ledger {
  entries: ReadonlyMap<string, LedgerEntry>;
  /** Responses that no client should get, as `status path: body`. */
  unexpected: string[];
  /** Requests, including retries. */
  requests: number;
  /** How many events have been acknowledged. */
  acknowledgedCount: number;
  sent(send: Send): void;
  /**
   * @param ids one for each event of the request, in order.
   */
  acknowledged(send: Send, ids: readonly string[]): void;
}

/** The key of an event in the record: an inline interaction shares its marker with its rating. */
export const entryKey = ({ kind, marker }: { kind: string; marker: string | null }): string =>
  `${kind} ${marker}`;

/** Creates an empty record. */
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
