/** Says what failed, in the words of the error, and ends the process with 1: there is nothing to serve. */
export function reportFailure(error: unknown): void {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
