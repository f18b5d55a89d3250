import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describeProps } from "./describe-props.ts";
import { referenceMarkdown } from "./describe-props-markdown.ts";

/** The data of the widgets page. */
const JSON_FILE = join("components", "docs", "reference.json");
/** The guide, with the same in Markdown between two markers. */
const GUIDE = join("docs", "embedding.md");
const BEGIN = "<!-- reference: npm run accept-surface writes what follows -->";
const END = "<!-- end of reference -->";

/** The current content of the files that document the package's props, by path. */
export async function referenceFiles(root: string): Promise<Record<string, string>> {
  const reference = await describeProps(root);
  const guide = await readFile(join(root, GUIDE), "utf8");
  const [before, rest = ""] = guide.split(BEGIN);
  const [, after] = rest.split(END);
  if (after === undefined) throw new Error(`${GUIDE} is missing its markers "${BEGIN}" and "${END}".`);
  return {
    [JSON_FILE]: `${JSON.stringify(reference, null, 2)}\n`,
    [GUIDE]: `${before}${BEGIN}\n\n${referenceMarkdown(reference)}\n\n${END}${after}`,
  };
}

/** Writes these files. */
export async function writeReferenceFiles(root: string): Promise<void> {
  for (const [path, text] of Object.entries(await referenceFiles(root))) {
    await writeFile(join(root, path), text);
  }
}
