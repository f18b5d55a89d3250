import type { PassageSelector, Span } from "./selector.ts";

/** How many characters on either side of an edge to look at. */
const WINDOW = 64;

let words: Intl.Segmenter | undefined;

/** Whether `offset` is not inside a word, a number, or a character made of several code points. */
function isWordEdge(text: string, offset: number): boolean {
  const before = text.charAt(offset - 1);
  const after = text.charAt(offset);
  // The most common edges, found without the segmenter.
  if (/^\s?$/.test(before) || /^\s?$/.test(after)) return true;
  if (/\w/.test(before) && /\w/.test(after)) return false;
  const from = Math.max(0, offset - WINDOW);
  const at = offset - from;
  // Browsers before 2024 have no segmenter.
  words ??= Intl.Segmenter && new Intl.Segmenter(undefined, { granularity: "word" });
  return words?.segment(text.slice(from, offset + WINDOW)).containing(at)?.index === at;
}

/** A text without the characters that rendering removes or adds, and where the others were. */
interface FoldedText {
  text: string;
  /** For each character, its offset in the original text. */
  offsets: number[];
}

/**
 * White space, invisible characters, and the syntax of Markdown: fences, rules, markers of lists, headings
 * and quotes at the start of a line, link targets, emphasis, code, brackets and table cells.
 */
const folded =
  /^[ \t]*(?:`{3}|~{3}).*$|^[ \t|:-]{3,}$|^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)]|#{1,6})[ \t]+)+|\]\([^()\s]*(?:\s"[^"\n]*")?\)|!(?=\[)|[[\]*_~`|\\\s\u00ad\u200b\ufeff]/gm;

/** Folds a text, so that a passage is found whether it is shown as plain text or as Markdown. */
function foldText(text: string): FoldedText {
  const offsets: number[] = [];
  let kept = "";
  let from = 0;
  const keep = (to: number) => {
    kept += text.slice(from, to);
    for (let offset = from; offset < to; offset += 1) offsets.push(offset);
  };
  for (const { index, 0: dropped } of text.matchAll(folded)) {
    keep(index);
    from = index + dropped.length;
  }
  keep(text.length);
  return { text: kept, offsets };
}

type Quote = PassageSelector["quote"];

/** How far around an occurrence to compare its context, in characters: twice as much as a quote stores. */
const REACH = 64;

/**
 * Finds a passage in the current text: at its old position if the words and their context are the same, or
 * else at the occurrence whose context matches best, the nearest if several do; then again without white
 * space and Markdown syntax. An occurrence only counts if neither end cuts a word, or if the same word was
 * cut before: "const b" is not found in "const beta". null if the passage is gone.
 */
export function anchor(text: string, selector: PassageSelector): Span | null {
  const { quote, position } = selector;
  if (quote.exact === "") return null;
  if (position && isInPlace(text, position, quote)) return position;
  const exact = occurrences(text, quote.exact).map((start) => ({ start, end: start + quote.exact.length }));
  return bestOf(exact, text, selector) ?? bestOf(looseSpans(text, quote.exact), text, selector);
}

/** Whether the words are there with all of their stored context. */
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
  // The sort is stable, so the first of several equal occurrences stays first.
  ranked.sort((one, other) => other.agreement - one.agreement || one.distance - other.distance);
  return ranked.find(({ stands }) => stands())?.span ?? null;
}

/** Whether the rest of a word that is cut was part of the context, as far as there was any. */
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
