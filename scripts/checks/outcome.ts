/** The result of a check or a test suite. */
export interface Outcome {
  name: string;
  passed: number;
  failed: number;
  /** Its output, shown on failure. */
  output: string;
}

/** The outcome of a single check. */
export const single = (name: string, ok: boolean, output: string): Outcome => ({
  name,
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  output,
});

/** The last line: the total number of passed and failed tests. */
export function summary(outcomes: readonly Outcome[]): string {
  const sum = (key: "passed" | "failed") => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return `${sum("passed")} passed, ${sum("failed")} failed`;
}
