import { readFile } from "node:fs/promises";

/** The steps in README.md from zero to a stored rating. */
export interface ReadmeExample {
  /** The interaction logged by its curl call, as JSON. */
  body: string;
  /** The URL of the package in its install command. */
  tarball: string;
  /** The reader's own code. */
  code: string;
  /** The reader's own server. */
  server: string;
}

/**
 * The example marked for this test in README.md and docs/api.md.
 * @throws Error if it is not between its markers.
 */
export async function readmeExample(): Promise<ReadmeExample> {
  const readme = await readFile("README.md", "utf8");
  const marked = (mark: string) => markedBlock("README.md", readme, mark);
  const server = markedBlock("docs/api.md", await readFile("docs/api.md", "utf8"), "serves this");
  const body = /-d '(\{[\s\S]*?\})'/.exec(marked("posts this"))?.[1];
  if (body === undefined) throw new Error("The curl call in README.md does not post JSON.");
  const tarball = /^npm install \.\/\$\(npm pack -s (\S+)\)$/m.exec(marked("installs this"))?.[1];
  if (tarball === undefined) throw new Error("README.md does not install the package as a file.");
  return { body, tarball, code: marked("builds this"), server };
}

function markedBlock(name: string, page: string, mark: string): string {
  const block = page.split(`<!-- test:embed ${mark} -->`)[1];
  const code = /^\s*```\w*\n([\s\S]*?)\n```/.exec(block ?? "")?.[1];
  if (code === undefined) throw new Error(`${name} has no block marked “test:embed ${mark}”.`);
  return code;
}

/** The placeholders in the example. */
interface Filling {
  server: string;
  openKey: string;
  interaction_id: string;
  feedback_token: string;
}

/**
 * The example's server, calling the Whetstone at `whetstone` and listening on PORT.
 * @throws Error if its URL or port is not found.
 */
export function filledServer(server: string, whetstone: string): string {
  const blanks = {
    '"http://localhost:3000"': JSON.stringify(whetstone),
    "listen(3001)": "listen(process.env.PORT)",
  };
  return Object.entries(blanks).reduce((text, [blank, value]) => {
    if (text.split(blank).length !== 2) throw new Error(`README.md's server must contain ${blank} once.`);
    return text.replace(blank, value);
  }, server);
}

/**
 * The example's code with its placeholders filled in.
 * @throws Error if a placeholder is missing.
 */
export function filledExample(code: string, filling: Filling): string {
  const blanks: [string, string][] = [
    ['"http://localhost:3000"', filling.server],
    ['publishableKey: "pk_…"', filling.openKey],
    ['feedbackToken: "…"', filling.feedback_token],
    ['interactionId="…"', filling.interaction_id],
  ];
  return blanks.reduce((text, [blank, value]) => {
    if (text.split(blank).length !== 2) throw new Error(`README.md's example must contain ${blank} once.`);
    return text.replace(blank, blank.replace(/"[^"]*"/, JSON.stringify(value)));
  }, code);
}
