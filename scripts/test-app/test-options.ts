import { existsSync } from "node:fs";
import { parseArgs } from "node:util";

export const usage = `Usage: npm test -- [SPEC]... [--grep PATTERN]

Without arguments, runs everything, as CI does. With them, runs only these specs of tests/browser and tests/api, or the
tests whose names match, against an app of their own. CONTRIBUTING.md shows how one test of every other kind is run.`;

/** A spec or a folder of them, perhaps with the line of one test. */
const SPEC = /^(?:\.\/)?(tests\/(?:api|browser)(?:\/[\w./-]*)?)(?::\d+)?$/;

/**
 * Parses the command line.
 * @returns Playwright's arguments that select specs; none for all tests.
 * @throws Error that names the invalid argument.
 */
export function testOptions(args: readonly string[]): readonly string[] {
  const { values, positionals: specs } = parseArgs({
    args: [...args],
    options: { grep: { type: "string" } },
    allowPositionals: true,
  });
  for (const spec of specs) {
    const [, file] = SPEC.exec(spec) ?? [];
    if (!file || !existsSync(file)) throw new Error(`No spec “${spec}” in tests/browser or tests/api.`);
  }
  return [...specs, ...(values.grep === undefined ? [] : [`--grep=${values.grep}`])];
}
