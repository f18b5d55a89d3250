import { databaseFault } from "#lib/platform/problem/index.ts";

/** The exit code for wrong usage. */
const USAGE_FAULT = 2;

/** The exit code after Ctrl-C. */
export const STOPPED = 130;

/** A terminal command. */
interface Command<Request> {
  usage: string;
  /**
   * Parses the command line.
   * @throws Error that says which argument is invalid.
   */
  read(args: readonly string[]): Request;
  run(request: Request): Promise<unknown>;
}

/**
 * Runs the command of this process. `--help` prints the usage. Wrong arguments print the error with the usage and exit
 * with 2; failures print one line to standard error and exit with 1.
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

/** Prints what is wrong and what to do in one line to standard error, and makes the process exit with 1. */
function exitWithError(error: unknown): void {
  process.exitCode = 1;
  const words = error instanceof Error ? error.message : String(error);
  const line = words.replaceAll(/\s*\n\s*/g, " ").trim();
  const fault = databaseFault(error);
  console.error(
    fault
      ? `${fault.words} (${line}) Check that PostgreSQL is running and DATABASE_URL is correct, then try again.`
      : line,
  );
}
