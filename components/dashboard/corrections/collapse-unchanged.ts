import type { WordEdit } from "./word-edits.ts";

/** The placeholder for collapsed words. */
export const FOLD = " … ";

/**
 * Leaves the middle of long kept stretches out, so that what was changed is seen with some words around it. At the ends
 * of the text only the words next to a change stay.
 * @param around how many characters stay beside each change; cut at words.
 */
export function collapseUnchanged(edits: readonly WordEdit[], around: number): WordEdit[] {
  return edits.map((edit, index) => {
    if (edit.kind !== "kept") return edit;
    const head = index === 0 ? "" : headOf(edit.text, around);
    const tail = index === edits.length - 1 ? "" : tailOf(edit.text, around);
    const folded = head.length + FOLD.length + tail.length < edit.text.length;
    return folded ? { ...edit, text: `${head}${FOLD}${tail}` } : edit;
  });
}

/** The beginning of a text, up to a space where there is one. */
function headOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return cut.slice(0, Math.max(cut.search(/\s\S*$/), 0) || most);
}

/** The end of a text, from a space on where there is one. */
function tailOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(-most);
  const space = cut.search(/\s/);
  return space === -1 ? cut : cut.slice(space + 1);
}
