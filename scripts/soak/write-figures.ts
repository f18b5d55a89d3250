import { readFile, writeFile } from "node:fs/promises";

const BEGIN = "<!-- figures: npm run soak writes from here -->";
const END = "<!-- to here -->";

/**
 * Puts the figures of a run into their place in a document.
 * @throws Error when the document has no such place.
 */
export async function writeFigures(file: string, figures: string): Promise<void> {
  const text = await readFile(file, "utf8");
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for the figures: “${BEGIN}” … “${END}”.`);
  await writeFile(file, `${text.slice(0, from + BEGIN.length)}\n\n${figures}\n\n${text.slice(to)}`);
}
