/** A failure whose message is shown unchanged: what failed, its output, and what to do. */
export class StepFailure extends Error {}

/**
 * Runs a command and shows its output only if it fails.
 * @returns what it printed
 * @throws StepFailure with the end of its output and the advice.
 */
export function runQuietly(
  file: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; advice: string },
): Promise<string>;
