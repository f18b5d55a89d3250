import { describe, expect, it } from "vitest";
import { formatProgress, type Progress } from "./progress.ts";
import { addTallies, emptyTally, formatTally } from "./tally.ts";

describe("the words for what an import did", () => {
  it.each([
    [
      { interactions: 687, ratings: 1226, preferences: 0, present: 0, waiting: 0, refusedLines: 0 },
      "687 interactions and 1,226 ratings stored, 0 already present, 0 lines rejected",
    ],
    [
      { interactions: 1, ratings: 1, preferences: 0, present: 1, waiting: 0, refusedLines: 1 },
      "1 interaction and 1 rating stored, 1 already present, 1 line rejected",
    ],
    [
      { interactions: 0, ratings: 2, preferences: 0, present: 0, waiting: 1, refusedLines: 0 },
      "0 interactions and 2 ratings stored, 0 already present, 1 event pending, 0 lines rejected",
    ],
    [
      { interactions: 2, ratings: 3, preferences: 1, present: 0, waiting: 0, refusedLines: 0 },
      "2 interactions, 3 ratings and 1 preference stored, 0 already present, 0 lines rejected",
    ],
    [emptyTally, "0 interactions and 0 ratings stored, 0 already present, 0 lines rejected"],
  ])("%o", (tally, words) => expect(formatTally(tally)).toBe(words));

  it("add up over batches", () => {
    const part = { interactions: 1, ratings: 2, preferences: 0, present: 3, waiting: 1, refusedLines: 4 };
    expect(addTallies(part, part)).toEqual({
      ...{ interactions: 2, ratings: 4, preferences: 0, present: 6, waiting: 2, refusedLines: 8 },
    });
  });
});

describe("the words for how far an import has come", () => {
  const start: Progress = { bytes: 0, size: 1000, lines: 0 };
  it.each<[string, Progress, Progress, number, string]>([
    [
      "no pace in the first second",
      { bytes: 10, size: 1000, lines: 1 },
      start,
      0.5,
      "░░░░░░░░░░░░░░░░░░░░░░░░ 1 %  1 lines",
    ],
    [
      "half of it",
      { bytes: 500, size: 1000, lines: 5000 },
      start,
      65,
      "████████████░░░░░░░░░░░░ 50 %  5,000 lines  77/s  1:05 left",
    ],
    [
      "pace counts from where this run began",
      { bytes: 750, size: 1000, lines: 300 },
      { bytes: 500, size: 1000, lines: 200 },
      10,
      "██████████████████░░░░░░ 75 %  300 lines  10/s  0:10 left",
    ],
    [
      "all of it",
      { bytes: 1000, size: 1000, lines: 9 },
      start,
      0.1,
      "████████████████████████ 100 %  9 lines",
    ],
    [
      "an empty file",
      { bytes: 0, size: 0, lines: 0 },
      { bytes: 0, size: 0, lines: 0 },
      0,
      "████████████████████████ 100 %  0 lines",
    ],
  ])("%s", (_name, progress, since, seconds, words) => {
    expect(formatProgress(progress, since, seconds)).toBe(words);
  });
});
