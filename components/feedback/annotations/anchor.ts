import { foldText } from "./fold-text.ts";
import type { PassageSelector, Span } from "./selector.ts";

/**
 * Where a passage stands in the text as it is shown now: at its old place if its words are there, else at the
 * occurrence of its words whose surroundings agree best, and of those the nearest; the same again without white space
 * and the marks of Markdown. null where it is gone.
 */
export function anchor(text: string, selector: PassageSelector): Span | null {
  const { quote, position } = selector;
  if (quote.exact === "") return null;
  if (position && text.slice(position.start, position.end) === quote.exact) return position;
  const exact = occurrences(text, quote.exact).map((start) => ({ start, end: start + quote.exact.length }));
  return bestOf(exact.length > 0 ? exact : looseSpans(text, quote.exact), text, selector);
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

function looseSpans(text: string, exact: string): Span[] {
  const words = foldText(exact).text;
  if (words === "") return [];
  const whole = foldText(text);
  return occurrences(whole.text, words).flatMap((at) => {
    const start = whole.offsets[at];
    const last = whole.offsets[at + words.length - 1];
    return start === undefined || last === undefined ? [] : [{ start, end: last + 1 }];
  });
}

function bestOf(spans: readonly Span[], text: string, { quote, position }: PassageSelector): Span | null {
  const [only] = spans;
  if (spans.length < 2 || !only) return only ?? null;
  const prefix = foldText(quote.prefix ?? "").text;
  const suffix = foldText(quote.suffix ?? "").text;
  const ranked = spans.map((span) => ({
    span,
    agreement: agreement(text, span, prefix, suffix),
    distance: position ? Math.abs(span.start - position.start) : 0,
  }));
  // Sorting keeps the order of what is equal: the first occurrence stays first.
  ranked.sort((one, other) => other.agreement - one.agreement || one.distance - other.distance);
  return ranked[0]?.span ?? null;
}

/** How many characters around the span are those of the quote, without white space and marks. */
function agreement(text: string, { start, end }: Span, prefix: string, suffix: string): number {
  const before = foldText(text.slice(Math.max(0, start - 2 * prefix.length), start)).text;
  const after = foldText(text.slice(end, end + 2 * suffix.length)).text;
  return common(reversed(before), reversed(prefix)) + common(after, suffix);
}

function common(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

const reversed = (text: string): string => text.split("").reverse().join("");
