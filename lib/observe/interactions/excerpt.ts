/** How many characters of a text a list shows. */
export const EXCERPT = 280;

/** How many of them to give up to end with a whole word. */
const WORD = 40;

/**
 * The beginning of a text, cut between words. To tell whether there is more, `text` can be one character
 * longer than the excerpt.
 */
export function toExcerpt(text: string): string {
  if ([...text].length <= EXCERPT) return text;
  const start = [...text].slice(0, EXCERPT - 1).join("");
  const space = start.search(/\s\S*$/);
  return `${(space > start.length - WORD ? start.slice(0, space) : start).trimEnd()}…`;
}
