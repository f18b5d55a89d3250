import type { PointValue } from "./prepare-point.ts";

/** Where a key leads among so many points: from the one it is on, or into the chart; null where it leads nowhere. */
export function nextPoint(key: string, at: number | null, count: number): number | null {
  if (count === 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === "ArrowRight" || key === "ArrowUp") return at === null ? 0 : Math.min(count - 1, at + 1);
  if (key === "ArrowLeft" || key === "ArrowDown") return at === null ? count - 1 : Math.max(0, at - 1);
  return null;
}

/**
 * The line that an arrow up or down leads to, of those of a point that lead somewhere; null where there are not several
 * or the key is another one.
 */
export function nextLine(
  key: string,
  active: PointValue | null,
  values: readonly PointValue[],
): number | null {
  const lines = values.flatMap(({ index, target }) => (target ? [index] : []));
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (step === 0 || lines.length < 2 || !active) return null;
  return lines[(lines.indexOf(active.index) + step + lines.length) % lines.length] ?? null;
}
