import type { Span } from "../span.ts";

const AREA = "(?!000|666|9)\\d{3}";
const GROUP = "(?!00)\\d{2}";
const SERIAL = "(?!0000)\\d{4}";
const BEFORE = "(?<![\\w]|\\d[.,-])";
const AFTER = "(?![\\w]|[.,-]\\d)";

/** 123-45-6789, with the same separator twice. */
const delimited = new RegExp(`${BEFORE}${AREA}([ .-]| - )${GROUP}\\1${SERIAL}${AFTER}`, "g");
const bare = new RegExp(`(?<![\\w]|\\d[.,-])${AREA}[ .-]?${GROUP}[ .-]?${SERIAL}(?![\\w]|[.,-]\\d)`, "g");

const WORD = "(?:\\bssns?\\b|\\bsocial security\\b|\\bsoc(?:ial)? sec\\b|\\bs\\.s\\.n\\b)";
const wordBefore = new RegExp(`${WORD}[^\\d\\n[\\]]{0,32}$`, "i");
const wordAfter = new RegExp(`^[^\\d\\n[\\]]{0,24}${WORD}`, "i");
/** How far away the word can be. */
const NEAR = 50;

/** US social security numbers with separators; nine digits alone only next to a word for them. */
export function findSsns(text: string): Span[] {
  const spans = [...text.matchAll(delimited)].map(spanOf);
  if (!/soc|s\.?s\.?n/i.test(text)) return spans;
  const named = [...text.matchAll(bare)]
    .map(spanOf)
    .filter(
      ({ start, end }) =>
        wordBefore.test(text.slice(Math.max(0, start - NEAR), start)) ||
        wordAfter.test(text.slice(end, end + NEAR)),
    );
  return [...spans, ...named].sort((a, b) => a.start - b.start);
}

const spanOf = ({ 0: match, index }: RegExpExecArray): Span => ({ start: index, end: index + match.length });
