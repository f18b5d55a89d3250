const extension =
  /[,;]? ?(?:ext(?:ension|n)?(?: (?:no|number|is))?\.?:?=? ?|x ?|# ?|durchwahl |dw\.? ?|poste |ramal |anexo |int\.? |interno )\d{1,6}(?!\d)/iy;

/** Whether the following text makes it part of a word, a larger number or an amount. */
export const goesOn = (text: string, end: number): boolean =>
  /^(?:[\p{L}_%°€$£@=]|[.,:]\d|-\w| ?(?:%|€|usd|eur|°)(?!\p{L}))/iu.test(text.slice(end, end + 5)) &&
  !startsExtension(text, end);

/** The same for a clearly marked number, which a word can directly follow. */
export const isCutShort = (text: string, end: number): boolean =>
  /^(?:[_%°€$£@=]|[.:]\d|-\d|\p{L}(?!\p{L}{2})|-?\p{L}*\d| ?(?:%|€|usd|eur|°)(?!\p{L}))/iu.test(
    text.slice(end, end + 16),
  ) && !startsExtension(text, end);

/** Whether an extension follows: "x123", "ext. 4". */
export function startsExtension(text: string, end: number): boolean {
  extension.lastIndex = end;
  return extension.test(text);
}

/** The end of a number, including its closing bracket and extension. */
export function endWithExtension(text: string, start: number, end: number): number {
  const closes = text[start] === "(" && text[end] === ")" && !text.slice(start, end).includes(")");
  const last = closes ? end + 1 : end;
  return startsExtension(text, last) ? extension.lastIndex : last;
}
