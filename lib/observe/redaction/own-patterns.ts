import { RE2JS } from "re2js";
import type { RedactionPattern } from "#lib/domain/redaction";
import type { NamedFinder } from "./find-all.ts";
import { patternPlaceholder } from "./placeholders.ts";
import type { Span } from "./span.ts";

/** The finders of a project's own patterns. */
export const ownFinders = (patterns: readonly RedactionPattern[]): NamedFinder[] =>
  patterns.map(({ name, pattern }) => {
    const compiled = RE2JS.compile(pattern);
    return {
      name: patternPlaceholder(name),
      find: (text) => matchesOf(compiled, text),
      isWorth: (_, text) => compiled.test(text),
    };
  });

/** How much of a text a search looks at; a match longer than half of it may be found in pieces. */
const REACH = 256;
/** Most finds of one pattern in one text. A search is linear, but as many searches as there are finds are not. */
const MOST_FINDS = 1_000;

/** What a pattern matches. Beyond the most that is looked for, the rest of the text counts as one find. */
function matchesOf(pattern: RE2JS, text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  while (from < text.length) {
    // One character before, for \b and ^.
    const edge = Math.max(0, from - 1);
    const part = text.slice(edge, from + REACH);
    const matcher = pattern.matcher(part);
    const found = matcher.find(from - edge);
    const start = found ? edge + matcher.start() : text.length;
    if (start >= from + REACH / 2 && from + REACH < text.length) {
      from += REACH / 2;
      continue;
    }
    if (!found) break;
    const end = Math.max(edge + matcher.end(), start + 1);
    if (spans.length === MOST_FINDS) return [...spans, { start, end: text.length }];
    if (matcher.end() > matcher.start()) spans.push({ start, end });
    from = end;
  }
  return spans;
}
