import { entryKey, type LedgerEntry } from "./ledger.ts";
import type { StoredEvent } from "./sent-event.ts";

/** What a round found; the lists name events as "kind marker". */
export interface SoakResult {
  sent: number;
  acknowledged: number;
  /** Acknowledged, and not there under the id that was acknowledged. */
  lost: string[];
  /** There more than once. */
  doubled: string[];
  /** There, and sent by nobody, or under an id that nobody gave it. */
  unknown: string[];
}

/** Holds what is stored against what clients sent and were told. */
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

/** Every id that a client was told has to lead to the event. */
const isLost = ({ acknowledged }: LedgerEntry, ids: readonly string[]): boolean =>
  [...acknowledged].some((id) => !ids.includes(id));

const isUnknown = (entry: LedgerEntry | undefined, ids: readonly string[]): boolean =>
  !entry || (entry.event.id !== null && ids.some((id) => id !== entry.event.id));
