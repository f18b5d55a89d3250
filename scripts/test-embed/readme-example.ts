import { readFile } from "node:fs/promises";

/** What README.md has its reader do from zero to a stored rating. */
export interface ReadmeExample {
  /** The interaction that its call of curl logs, as JSON. */
  body: string;
  /** The lines of the reader's own code. */
  code: string;
}

/**
 * The example that README.md marks for this test.
 * @throws Error when it is not where its marks say.
 */
export async function readmeExample(): Promise<ReadmeExample> {
  const readme = await readFile("README.md", "utf8");
  const marked = (mark: string): string => {
    const block = readme.split(`<!-- test:embed ${mark} -->`)[1];
    const code = /^\s*```\w*\n([\s\S]*?)\n```/.exec(block ?? "")?.[1];
    if (code === undefined) throw new Error(`README.md has no block that is marked “test:embed ${mark}”.`);
    return code;
  };
  const body = /-d '(\{[\s\S]*?\})'/.exec(marked("posts this"))?.[1];
  if (body === undefined) throw new Error("The call of curl in README.md posts no JSON.");
  return { body, code: marked("builds this") };
}

/** What stands in the example's blanks. */
interface Filling {
  server: string;
  openKey: string;
  interaction_id: string;
  feedback_token: string;
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
