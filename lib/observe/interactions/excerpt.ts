/** How much of a text a line of a list shows, in characters. */
export const EXCERPT = 280;

/** How much of it may be given up for the last word to be whole. */
const WORD = 40;

/** The beginning of a text, cut between words; `text` may be longer than it shows by one character. */
export function toExcerpt(text: string): string {
  if ([...text].length <= EXCERPT) return text;
  const start = [...text].slice(0, EXCERPT - 1).join("");
  const space = start.search(/\s\S*$/);
  return `${(space > start.length - WORD ? start.slice(0, space) : start).trimEnd()}…`;
}
