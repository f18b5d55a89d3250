/** A range of UTF-16 code units of the text; `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A passage in W3C format: by its words and their context, and by its position. */
export interface PassageSelector {
  /** TextQuoteSelector: finds the passage if the text around it moved. */
  quote: { exact: string; prefix?: string | undefined; suffix?: string | undefined };
  /** TextPositionSelector: offsets into the text as shown. */
  position?: Span | undefined;
}

/** How many characters of context a quote stores on either side. */
const CONTEXT = 32;

/** Describes a passage, trimmed of white space; null if nothing is left. */
export function toSelector(text: string, span: Span): PassageSelector | null {
  const { start, end } = trimmed(text, wholePairs(text, span));
  if (start >= end) return null;
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  // Half of a surrogate pair is not a character, and servers reject it.
  const prefix = text.slice(splitsPair(text, from) ? from + 1 : from, start);
  const suffix = text.slice(end, splitsPair(text, to) ? to - 1 : to);
  return {
    quote: {
      exact: text.slice(start, end),
      ...(prefix ? { prefix } : {}),
      ...(suffix ? { suffix } : {}),
    },
    position: { start, end },
  };
}

function trimmed(text: string, { start, end }: Span): Span {
  const passage = text.slice(start, end);
  return {
    start: end - passage.trimStart().length,
    end: start + passage.trimEnd().length,
  };
}

const wholePairs = (text: string, { start, end }: Span): Span => ({
  start: splitsPair(text, start) ? start - 1 : start,
  end: splitsPair(text, end) ? end + 1 : end,
});

/** Whether `offset` is between the two halves of a surrogate pair. */
function splitsPair(text: string, offset: number): boolean {
  return isHalf(text, offset - 1, 0xd800) && isHalf(text, offset, 0xdc00);
}

const isHalf = (text: string, index: number, first: number): boolean => {
  const code = text.charCodeAt(index);
  return code >= first && code < first + 0x400;
};
