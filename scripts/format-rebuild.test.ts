import { expect, it } from "vitest";
import { formatRebuild } from "./format-rebuild.ts";

it.each([
  [
    "while corrections are compared",
    { corrections: 4_200, hours: 0, ofHours: 0, answers: 0, ofAnswers: 0 },
    3,
    "4,200 corrections analyzed",
  ],
  [
    "at first",
    { corrections: 0, hours: 0, ofHours: 2_160, answers: 0, ofAnswers: 12_297 },
    0,
    "0 of 2,160 hours, 0 of 12,297 answers",
  ],
  [
    "on its way",
    { corrections: 12, hours: 500, ofHours: 2_160, answers: 3_000, ofAnswers: 12_297 },
    2,
    "500 of 2,160 hours, 3,000 of 12,297 answers, 1,500/s",
  ],
])("formats the progress of a rebuild: %s", (_, progress, seconds, words) => {
  expect(formatRebuild(progress, seconds)).toBe(words);
});
