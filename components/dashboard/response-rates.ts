import type { Rate } from "#lib/domain/rate";
import { percentWords } from "./words.ts";

/**
 * What to say where rows that stand side by side were rated by different shares of their users: the rates may then
 * differ because other people answered. Null where the 95 % intervals of the highest and the lowest share meet.
 */
export function differingResponse(rows: readonly { name: string; responseRate: Rate }[]): string | null {
  const known = rows.flatMap(({ name, responseRate: rate }) =>
    rate.value === null ? [] : [{ name, ...rate }],
  );
  const highest = known.reduce((a, b) => (b.low > a.low ? b : a), known[0] ?? nobody);
  const lowest = known.reduce((a, b) => (b.high < a.high ? b : a), known[0] ?? nobody);
  if (highest.low <= lowest.high) return null;
  return `Users of ${highest.name} rated ${percentWords(highest.value)} of their answers, those of ${lowest.name} ${percentWords(lowest.value)}. Where other shares of the users answer, positive rates are not quite comparable.`;
}

const nobody = { name: "", value: 0, low: 0, high: 0, n: 0 };
