import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate";
import { baselineWords } from "./stat-baseline-words.ts";

it.each([
  [
    "the difference with its interval, and what the baseline is",
    rate(56, 70),
    rate(48, 80),
    "+20.0 pts (+5.2 to +33.4) against the baseline of 60.0% (49.0–70.0%, n = 80): the whole project, 90 days before",
  ],
  [
    "the baseline alone where there are too few ratings now",
    rate(5, 7),
    rate(48, 80),
    "Baseline 60.0% (49.0–70.0%, n = 80): the whole project, 90 days before",
  ],
  ["that there is none yet", rate(56, 70), rate(1, 2), "No baseline yet: 2 ratings in the 90 days before"],
  ["that nothing came before", rate(0, 0), rate(0, 0), "No baseline yet: 0 ratings in the 90 days before"],
])("says %s", (_, positive, baseline, words) => expect(baselineWords(positive, baseline)).toBe(words));
