import { readFile, writeFile } from "node:fs/promises";

/** The document that keeps the figures of whole runs. */
const FILE = "docs/reliability.md";

/**
 * Puts the figures of one part of a run, with today's date, into its place in docs/reliability.md.
 * @throws Error when the document has no such place.
 */
export async function writeFigures(part: "rounds" | "bodies", figures: string): Promise<void> {
  const [begin, end] = [`<!-- ${part}: npm run soak writes from here -->`, `<!-- ${part}: to here -->`];
  const text = await readFile(FILE, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${FILE} has no place for figures: “${begin}” … “${end}”.`);
  const day = new Date().toISOString().slice(0, 10);
  await writeFile(FILE, `${text.slice(0, from + begin.length)}\n\n${day}, ${figures}\n\n${text.slice(to)}`);
}
