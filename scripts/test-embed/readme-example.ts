import { readFile } from "node:fs/promises";

/** What README.md has its reader do from zero to a stored rating. */
export interface ReadmeExample {
  /** The interaction that its call of curl logs, as JSON. */
  body: string;
  /** Where its line that installs downloads the package from. */
  tarball: string;
  /** The lines of the reader's own code. */
  code: string;
  /** The reader's own server. */
  server: string;
}

/**
 * The example that README.md and docs/api.md mark for this test.
 * @throws Error when it is not where its marks say.
 */
export async function readmeExample(): Promise<ReadmeExample> {
  const readme = await readFile("README.md", "utf8");
  const marked = (mark: string) => markedBlock("README.md", readme, mark);
  const server = markedBlock("docs/api.md", await readFile("docs/api.md", "utf8"), "serves this");
  const body = /-d '(\{[\s\S]*?\})'/.exec(marked("posts this"))?.[1];
  if (body === undefined) throw new Error("The call of curl in README.md posts no JSON.");
  const tarball = /^npm install \.\/\$\(npm pack -s (\S+)\)$/m.exec(marked("installs this"))?.[1];
  if (tarball === undefined) throw new Error("README.md does not install the package as a file.");
  return { body, tarball, code: marked("builds this"), server };
}

function markedBlock(name: string, page: string, mark: string): string {
  const block = page.split(`<!-- test:embed ${mark} -->`)[1];
  const code = /^\s*```\w*\n([\s\S]*?)\n```/.exec(block ?? "")?.[1];
  if (code === undefined) throw new Error(`${name} has no block that is marked “test:embed ${mark}”.`);
  return code;
}

/** What stands in the example's blanks. */
interface Filling {
  server: string;
  openKey: string;
  interaction_id: string;
  feedback_token: string;
}

/**
 * The example's server, which asks the Whetstone at `whetstone` and listens on PORT.
 * @throws Error when it does not say where Whetstone is, or where it listens.
 */
export function filledServer(server: string, whetstone: string): string {
  const blanks = {
    '"http://localhost:3000"': JSON.stringify(whetstone),
    "listen(3001)": "listen(process.env.PORT)",
  };
  return Object.entries(blanks).reduce((text, [blank, value]) => {
    if (text.split(blank).length !== 2) throw new Error(`README.md's server has not one ${blank}.`);
    return text.replace(blank, value);
  }, server);
}

/**
 * The example's lines with what their reader fills in.
 * @throws Error when a blank is not there.
 */
export function filledExample(code: string, filling: Filling): string {
  const blanks: [string, string][] = [
    ['"http://localhost:3000"', filling.server],
    ['publishableKey: "pk_…"', filling.openKey],
    ['feedbackToken: "…"', filling.feedback_token],
    ['interactionId="…"', filling.interaction_id],
  ];
  return blanks.reduce((text, [blank, value]) => {
    if (text.split(blank).length !== 2) throw new Error(`README.md's example has not one ${blank}.`);
    return text.replace(blank, blank.replace(/"[^"]*"/, JSON.stringify(value)));
  }, code);
}
