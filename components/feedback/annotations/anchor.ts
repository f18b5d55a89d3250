import { foldText } from "./fold-text.ts";
import type { PassageSelector, Span } from "./selector.ts";
import { isWordEdge } from "./word-edges.ts";

type Quote = PassageSelector["quote"];

/** How far around an occurrence its surroundings are compared, in characters: twice what a quote notes of them. */
const REACH = 64;

/**
 * Where a passage stands in the text as it is shown now: at its old place if its words are there in the same
 * surroundings, else at the occurrence of its words whose surroundings agree best, and of those the nearest; the same
 * again without white space and the marks of Markdown. An occurrence counts where neither of its ends cuts a word, or
 * where the word that is cut is the same as it was: "const b" is not found in "const beta". null where it is gone.
 */
export function anchor(text: string, selector: PassageSelector): Span | null {
  const { quote, position } = selector;
  if (quote.exact === "") return null;
  if (position && isInPlace(text, position, quote)) return position;
  const exact = occurrences(text, quote.exact).map((start) => ({ start, end: start + quote.exact.length }));
  return bestOf(exact, text, selector) ?? bestOf(looseSpans(text, quote.exact), text, selector);
}

/** Whether the words are there, with all that was noted around them. */
function isInPlace(text: string, { start, end }: Span, { exact, prefix = "", suffix = "" }: Quote): boolean {
  if (text.slice(start, end) !== exact) return false;
  const same = text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end);
  return same && (prefix !== "" || isWordEdge(text, start)) && (suffix !== "" || isWordEdge(text, end));
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
  const prefix = reversed(foldText(quote.prefix ?? "").text);
  const suffix = foldText(quote.suffix ?? "").text;
  const ranked = spans.map((span) => {
    const before = reversed(foldText(text.slice(Math.max(0, span.start - REACH), span.start)).text);
    const after = foldText(text.slice(span.end, span.end + REACH)).text;
    const agreeing = { before: common(before, prefix), after: common(after, suffix) };
    return {
      span,
      agreement: agreeing.before + agreeing.after,
      distance: position ? Math.abs(span.start - position.start) : 0,
      stands: () =>
        (isWordEdge(text, span.start) || cutsSame(before, prefix, agreeing.before)) &&
        (isWordEdge(text, span.end) || cutsSame(after, suffix, agreeing.after)),
    };
  });
  // Sorting keeps the order of what is equal: the first occurrence stays first.
  ranked.sort((one, other) => other.agreement - one.agreement || one.distance - other.distance);
  return ranked.find(({ stands }) => stands())?.span ?? null;
}

/** Whether what is left of a word that is cut was noted to be there, as far as anything was noted. */
function cutsSame(rest: string, noted: string, agreeing: number): boolean {
  const cut = rest.search(/[^\p{L}\p{M}\p{N}_]/u);
  return agreeing > 0 && agreeing >= Math.min(noted.length, Math.max(1, cut < 0 ? rest.length : cut));
}

function common(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

const reversed = (text: string): string => text.split("").reverse().join("");
