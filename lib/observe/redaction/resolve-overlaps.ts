import type { Find } from "./span.ts";

/**
 * Merges overlapping finds into one that covers them all, so that no part of either is left. It gets the name
 * of the stronger one (the earlier in `order`), then of the longer one.
 */
export function resolveOverlaps(finds: readonly Find[], order: readonly string[]): Find[] {
  const sorted = [...finds].sort((a, b) => a.start - b.start || b.end - a.end);
  const rank = new Map(order.map((name, index) => [name, index] as const).reverse());
  const resolved: { find: Find; length: number }[] = [];
  for (const find of sorted) {
    const length = find.end - find.start;
    const last = resolved.at(-1);
    if (!last || find.start >= last.find.end) {
      resolved.push({ find: { ...find }, length });
      continue;
    }
    const stronger = (rank.get(find.name) ?? order.length) - (rank.get(last.find.name) ?? order.length);
    if (stronger < 0 || (stronger === 0 && length > last.length)) {
      last.find.name = find.name;
      last.length = length;
    }
    last.find.end = Math.max(last.find.end, find.end);
  }
  return resolved.map(({ find }) => find);
}
