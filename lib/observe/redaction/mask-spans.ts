import type { Span } from "./span.ts";

/**
 * The text with what stands in these spans blanked by brackets: as long as before, and to the next finder no different
 * from a placeholder. That is why redacting twice changes nothing.
 */
export function maskSpans(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    const begin = Math.max(start, from);
    if (end <= begin) continue;
    parts.push(text.slice(from, begin), "[", "]".repeat(end - begin - 1));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
