/** Characters of a line of a page: a line break takes the rest of its line. */
const LINE = 80;

/**
 * The beginning of a text that takes no more room on a page than `characters` in full lines, so that a text of line breaks
 * makes no page of a thousand screens.
 * @returns the beginning, which is the text itself where all of it fits, and the room that it takes.
 */
export function takeRoom(text: string, characters: number): { text: string; room: number } {
  let room = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at);
    const length = (end < 0 ? text.length : end) - at;
    if (room + length > characters) return { text: text.slice(0, at + characters - room), room: characters };
    room += end < 0 ? length : Math.max(LINE, Math.ceil(length / LINE) * LINE);
    at += length + 1;
    if (room >= characters && at < text.length) return { text: text.slice(0, at), room };
  }
  return { text, room };
}
