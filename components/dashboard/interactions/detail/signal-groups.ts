import type { SignalKind } from "#lib/domain/signal.ts";
import type { SignalItem } from "#lib/observe/interactions/index.ts";

/** All signals of one kind on an interaction. */
export interface SignalGroup {
  signal: SignalKind;
  count: number;
  /** Of the values that were sent: the sum of dwells, which are parts of one stay, else the greatest. */
  value: number | null;
  items: SignalItem[];
}

/** What users did, by kind, in the order in which each was first done. */
export function signalGroups(signals: readonly SignalItem[]): SignalGroup[] {
  const groups = new Map<SignalKind, SignalItem[]>();
  for (const item of signals) groups.set(item.signal, [...(groups.get(item.signal) ?? []), item]);
  return [...groups].map(([signal, items]) => {
    const values = items.flatMap(({ value }) => (value === null ? [] : [value]));
    const sum = values.reduce((total, value) => total + value, 0);
    const most = values.reduce((greatest, value) => Math.max(greatest, value), Number.NEGATIVE_INFINITY);
    const value = values.length === 0 ? null : signal === "dwell" ? sum : most;
    return { signal, count: items.length, value, items };
  });
}
