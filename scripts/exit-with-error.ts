import { databaseFault } from "../lib/platform/problem/index.ts";

/** The exit code of a command that was called the wrong way. */
export const USAGE_FAULT = 2;

/** Says on one line of standard error what was wrong and what to do, and lets the process end with 1. */
export function exitWithError(error: unknown): void {
  process.exitCode = 1;
  const words = error instanceof Error ? error.message : String(error);
  const line = words.replaceAll(/\s*\n\s*/g, " ").trim();
  const fault = databaseFault(error);
  console.error(
    fault ? `${fault.words} (${line}) See that it runs and DATABASE_URL is right, and try again.` : line,
  );
}
