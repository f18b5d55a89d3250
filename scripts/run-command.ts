import { databaseFault } from "#lib/platform/problem/index.ts";

/** The exit code of a command that was called the wrong way. */
const USAGE_FAULT = 2;

/** The exit code of a command that was stopped by Ctrl-C. */
export const STOPPED = 130;

/** A command of the terminal. */
interface Command<Request> {
  usage: string;
  /**
   * What the command line asks for.
   * @throws Error that says what of it cannot be used.
   */
  read(args: readonly string[]): Request;
  run(request: Request): Promise<unknown>;
}

/**
 * Runs what this process was started for. `--help` prints how it is used; a mistake in calling it is said with that, and
 * ends with 2; what fails is said on one line of standard error, and ends with 1.
 */
export async function runCommand<Request>({ usage, read, run }: Command<Request>): Promise<void> {
  const args = process.argv.slice(2);
  if (args.some((arg) => arg === "--help" || arg === "-h")) {
    console.log(usage);
    return;
  }
  let request: Request;
  try {
    request = read(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exitCode = USAGE_FAULT;
    return;
  }
  await run(request).catch(exitWithError);
}

/** Says on one line of standard error what was wrong and what to do, and lets the process end with 1. */
function exitWithError(error: unknown): void {
  process.exitCode = 1;
  const words = error instanceof Error ? error.message : String(error);
  const line = words.replaceAll(/\s*\n\s*/g, " ").trim();
  const fault = databaseFault(error);
  console.error(
    fault ? `${fault.words} (${line}) See that it runs and DATABASE_URL is right, and try again.` : line,
  );
}
