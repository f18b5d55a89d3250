/** The text, or its beginning and an ellipsis in at most `max` UTF-16 units; no character is cut in two. */
export function clipTo(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
