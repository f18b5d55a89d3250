/** The longest text that the server accepts, in characters. */
const MOST = 100_000;

/** The text, without its middle if it is too long for the server: most of it is better than nothing. */
export function clipText(text: string): string {
  if (text.length <= MOST) return text;
  const half = MOST / 2 - 50;
  const cut = `\n[… ${text.length - 2 * half} characters left out …]\n`;
  // Not inside a character.
  const start = text.slice(0, half).replace(/[\uD800-\uDBFF]$/, "");
  const end = text.slice(-half).replace(/^[\uDC00-\uDFFF]/, "");
  return start + cut + end;
}
