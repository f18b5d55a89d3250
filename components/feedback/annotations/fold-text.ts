/** A text without what rendering takes away or adds, and where each of its characters stood. */
export interface FoldedText {
  text: string;
  /** Of each character, its offset in the text that was folded. */
  offsets: number[];
}

/**
 * White space, characters that are not drawn, and the marks of Markdown: fences, rules, marks of lists, headings and
 * quotes at the start of a line, the targets of links, emphasis, code, brackets and cells.
 */
const folded =
  /^[ \t]*(?:`{3}|~{3}).*$|^[ \t|:-]{3,}$|^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)]|#{1,6})[ \t]+)+|\]\([^()\s]*(?:\s"[^"\n]*")?\)|!(?=\[)|[[\]*_~`|\\\s\u00ad\u200b\ufeff]/gm;

/** Folds a text, so that a passage is found in it whether it is shown plain or as Markdown. */
export function foldText(text: string): FoldedText {
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
