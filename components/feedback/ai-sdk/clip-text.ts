/** Most characters of a text that the server takes. */
const MOST = 100_000;

/** The text, without its middle where it is longer than the server takes: better most of it than nothing. */
export function clipText(text: string): string {
  if (text.length <= MOST) return text;
  const half = MOST / 2 - 50;
  const cut = `\n[… ${text.length - 2 * half} characters left out …]\n`;
  // Not through the middle of a character.
  const start = text.slice(0, half).replace(/[\uD800-\uDBFF]$/, "");
  const end = text.slice(-half).replace(/^[\uDC00-\uDFFF]/, "");
  return start + cut + end;
}
