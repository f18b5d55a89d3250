import { entryKey, type LedgerEntry } from "./ledger.ts";
import type { StoredEvent } from "./sent-event.ts";

/** The findings of a round; the lists name events as "kind marker". */
export interface SoakResult {
  sent: number;
  acknowledged: number;
  /** Acknowledged, but not stored under the acknowledged ID. */
  lost: string[];
  /** Stored more than once. */
  doubled: string[];
  /** Stored, but not sent by anyone, or under a wrong ID. */
  unknown: string[];
}

/** Compares what is stored with what clients sent and what was acknowledged. */
export function soakResult(
  entries: ReadonlyMap<string, LedgerEntry>,
  stored: readonly StoredEvent[],
): SoakResult {
  const rows = new Map<string, string[]>();
  for (const row of stored) {
    const key = entryKey(row);
    rows.set(key, [...(rows.get(key) ?? []), row.id]);
  }
  const acknowledged = [...entries].filter(([, entry]) => entry.acknowledged.size > 0);
  return {
    sent: entries.size,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(([key, entry]) => isLost(entry, rows.get(key) ?? [])).map(([key]) => key),
    doubled: [...rows].filter(([, ids]) => ids.length > 1).map(([key]) => key),
    unknown: [...rows].filter(([key, ids]) => isUnknown(entries.get(key), ids)).map(([key]) => key),
  };
}

/** Every acknowledged ID must lead to the event. */
const isLost = ({ acknowledged }: LedgerEntry, ids: readonly string[]): boolean =>
  [...acknowledged].some((id) => !ids.includes(id));

const isUnknown = (entry: LedgerEntry | undefined, ids: readonly string[]): boolean =>
  !entry || (entry.event.id !== null && ids.some((id) => id !== entry.event.id));
