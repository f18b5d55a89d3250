import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate";
import { baselineWords } from "./stat-baseline-words.ts";

const project = "Baseline 60.0% (49.0–70.0%, n = 80): the whole project, 90 days before";

it.each([
  [
    "the difference with its interval, and what the baseline is",
    rate(56, 70),
    rate(48, 80),
    "+20.0 pts (+5.2 to +33.4) against the baseline",
    project,
  ],
  ["the baseline alone where there are too few ratings now", rate(5, 7), rate(48, 80), null, project],
  [
    "that there is none yet",
    rate(56, 70),
    rate(1, 1),
    null,
    "No baseline yet: 1 rating in the 90 days before",
  ],
  [
    "that nothing came before",
    rate(0, 0),
    rate(0, 0),
    null,
    "No baseline yet: 0 ratings in the 90 days before",
  ],
])("says %s", (_, positive, before, against, baseline) =>
  expect(baselineWords(positive, before)).toEqual({ against, baseline }),
);
