import type { Find } from "./span.ts";

/** Replaces every find by its name in brackets. The finds must be in order and not overlap. */
export function replaceFinds(text: string, finds: readonly Find[]): string {
  if (finds.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, name } of finds) {
    parts.push(text.slice(from, start), "[", name, "]");
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
