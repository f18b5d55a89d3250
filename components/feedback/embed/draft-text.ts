/** The text of an element as its author means it: without the HTML's indentation, and trimmed. */
export function draftText(text: string): string {
  const lines = text.split("\n");
  // Text on the line of the tag itself is not indented.
  const indented = lines.slice(lines[0]?.trim() ? 1 : 0).filter((line) => line.trim());
  const depth = Math.min(...indented.map((line) => line.search(/\S/)));
  return lines
    .map((line) => (line.slice(0, depth).trim() ? line : line.slice(depth)))
    .join("\n")
    .trim();
}
