/** A failure whose message is meant for the reader as it stands: what failed, what was said, what to do. */
export class StepFailure extends Error {}

/**
 * Runs a command and keeps what it prints; shown only when it fails.
 * @returns what it printed
 * @throws StepFailure with the end of its output and the advice.
 */
export function runQuietly(
  file: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; advice: string },
): Promise<string>;
