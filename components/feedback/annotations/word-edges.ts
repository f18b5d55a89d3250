/** How much of the text on either side of an edge is looked at, in characters. */
const WINDOW = 64;

let words: Intl.Segmenter | undefined;

/** Whether no word of the text is cut at `offset`; nor a number, nor a character that is drawn from several. */
export function isWordEdge(text: string, offset: number): boolean {
  const before = text.charAt(offset - 1);
  const after = text.charAt(offset);
  // What most edges are like, without asking the segmenter.
  if (/^\s?$/.test(before) || /^\s?$/.test(after)) return true;
  if (/\w/.test(before) && /\w/.test(after)) return false;
  const from = Math.max(0, offset - WINDOW);
  const at = offset - from;
  // Browsers from before 2024 have no segmenter.
  words ??= Intl.Segmenter && new Intl.Segmenter(undefined, { granularity: "word" });
  return words?.segment(text.slice(from, offset + WINDOW)).containing(at)?.index === at;
}
