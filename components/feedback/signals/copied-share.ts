/** The share of the answer's text that is selected, from 0 to 1, ignoring white space. */
export function selectedShare(answer: Element): number {
  const whole = lettersOf(answer.textContent ?? "");
  if (whole === 0) return 0;
  let selected = 0;
  for (const range of selectedRanges(answer)) selected += lettersOf(textWithin(answer, range));
  return Math.min(1, selected / whole);
}

/** The share of a text field's text that is selected, from 0 to 1; null if it is not a text field. */
export function selectedShareOfField(target: EventTarget | undefined): number | null {
  if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return null;
  const { value, selectionStart, selectionEnd } = target;
  const whole = lettersOf(value);
  const selected = lettersOf(value.slice(selectionStart ?? 0, selectionEnd ?? 0));
  return whole === 0 ? 0 : selected / whole;
}

const lettersOf = (text: string): number => text.replace(/\s+/g, "").length;

type Ends = Pick<AbstractRange, "startContainer" | "startOffset" | "endContainer" | "endOffset">;

/**
 * What browsers add to read a selection inside a shadow root, which the document's own selection does not
 * include.
 */
interface ShadowSelection {
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): Ends[];
}

function selectedRanges(answer: Element): Ends[] {
  const root = answer.getRootNode();
  const own = (root as { getSelection?: () => Selection | null }).getSelection?.();
  const selection = own ?? answer.ownerDocument.getSelection();
  if (!selection) return [];
  const { getComposedRanges }: ShadowSelection = selection;
  if (!own && getComposedRanges && root instanceof ShadowRoot)
    return getComposedRanges.call(selection, { shadowRoots: [root] });
  return Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
}

function textWithin(answer: Element, { startContainer, startOffset, endContainer, endOffset }: Ends): string {
  const range = answer.ownerDocument.createRange();
  const part = answer.ownerDocument.createRange();
  part.selectNodeContents(answer);
  try {
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0)
      part.setStart(startContainer, startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(endContainer, endOffset);
    return part.toString();
  } catch {
    // In a different tree than the answer.
    return "";
  }
}
