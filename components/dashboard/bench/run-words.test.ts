import { describe, expect, it } from "vitest";
import { costWords, doneOf, progressWords, type RunJson } from "./run-words.ts";

const progress = (more: Partial<RunJson["progress"]> = {}): RunJson["progress"] => ({
  ...{ total: 20, answered: 0, failed: 0, skipped: 0, waiting: 20 },
  ...{ input_tokens: 0, output_tokens: 0, uncounted_answers: 0, cost_usd: null },
  ...more,
});

it("counts what failed or cannot be run as done", () =>
  expect(doneOf(progress({ answered: 3, failed: 2, skipped: 1 }))).toBe(6));

describe("words", () => {
  it.each([
    [progress(), "0 of 20 inputs done: 0 answered"],
    [
      progress({ answered: 10, failed: 1, skipped: 2 }),
      "13 of 20 inputs done: 10 answered, 1 failed, 2 cannot be run",
    ],
    [progress({ total: 1, answered: 1 }), "1 of 1 input done: 1 answered"],
  ])("%j: %s", (given, words) => expect(progressWords(given)).toBe(words));

  it.each([
    [progress(), "No tokens yet"],
    [progress({ answered: 1 }), "The server reports no tokens"],
    [progress({ answered: 1, input_tokens: 1200, output_tokens: 96 }), "1,200 input and 96 output tokens"],
    [
      progress({ answered: 1, input_tokens: 1200, output_tokens: 96, cost_usd: 0.000_13 }),
      "1,200 input and 96 output tokens, about $0.00013",
    ],
    [
      progress({
        answered: 3,
        input_tokens: 1200,
        output_tokens: 96,
        uncounted_answers: 2,
        cost_usd: 0.000_13,
      }),
      "1,200 input and 96 output tokens, about $0.00013; more than that, as the server did not count 2 answers in full",
    ],
  ])("%j: %s", (given, words) => expect(costWords(given)).toBe(words));
});
