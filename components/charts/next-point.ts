/** Where a key leads among so many points: from the one it is on, or into the chart; null where it leads nowhere. */
export function nextPoint(key: string, at: number | null, count: number): number | null {
  if (count === 0) return null;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === "ArrowRight" || key === "ArrowUp") return at === null ? 0 : Math.min(count - 1, at + 1);
  if (key === "ArrowLeft" || key === "ArrowDown") return at === null ? count - 1 : Math.max(0, at - 1);
  return null;
}
