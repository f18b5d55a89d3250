import { expect, test } from "vitest";
import { countPlaywright, countVitest } from "./count-tests.ts";

const vitest = (passed: number, failed: number, files: [status: string, tests: string[]][]) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    testResults: files.map(([status, tests]) => ({
      status,
      assertionResults: tests.map((each) => ({ status: each })),
    })),
  });

test.each([
  ["all passed", vitest(2, 0, [["passed", ["passed", "passed"]]]), { passed: 2, failed: 0 }],
  ["one failed", vitest(1, 1, [["failed", ["passed", "failed"]]]), { passed: 1, failed: 1 }],
  ["a file that cannot be read", vitest(0, 0, [["failed", []]]), { passed: 0, failed: 1 }],
  ["a set-up that failed and skipped", vitest(0, 0, [["failed", ["skipped"]]]), { passed: 0, failed: 1 }],
  ["no report", "", { passed: 0, failed: 1 }],
])("counts a run of Vitest: %s", (_name, report, count) => {
  expect(countVitest(report)).toEqual(count);
});

const playwright = (expected: number, unexpected: number, flaky: number, errors: unknown[] = []) =>
  JSON.stringify({ stats: { expected, unexpected, flaky, skipped: 0 }, errors });

test.each([
  ["all passed", playwright(3, 0, 0), { passed: 3, failed: 0 }],
  ["failed and flaky", playwright(1, 2, 1), { passed: 1, failed: 3 }],
  ["an error outside of the tests", playwright(0, 0, 0, [{}]), { passed: 0, failed: 1 }],
  ["no report", "{", { passed: 0, failed: 1 }],
])("counts a run of Playwright: %s", (_name, report, count) => {
  expect(countPlaywright(report)).toEqual(count);
});
