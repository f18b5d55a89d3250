/** The result of a check or a test suite. */
export interface Outcome {
  name: string;
  passed: number;
  failed: number;
  /** What it said, for the reader of a failure. */
  output: string;
}

/** A check of which there is one thing to count. */
export const single = (name: string, ok: boolean, output: string): Outcome => ({
  name,
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  output,
});

/** The last line: how many passed and failed in total. */
export function summary(outcomes: readonly Outcome[]): string {
  const sum = (key: "passed" | "failed") => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return `${sum("passed")} passed, ${sum("failed")} failed`;
}
