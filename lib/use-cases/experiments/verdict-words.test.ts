import { expect, it } from "vitest";
import { rate } from "#lib/domain/rate.ts";
import { cautionWords, obstacleWords } from "./verdict-words.ts";

const difference = { value: 0.1, low: 0, high: 0.2, n: 40, p: 0.05 };
const ratings = { ratings: 12, ratingsNeeded: 30, users: 8, usersNeeded: 10 };

it.each([
  [{ code: "sample_ratio_mismatch", p: 0.0001 }, "other shares of users"],
  [
    { code: "too_few_ratings", variant: "b", ...ratings, days: 3 },
    "12 ratings from 8 users; 30 from 10 are needed. At today's traffic this takes about 3 days.",
  ],
  [{ code: "too_few_ratings", variant: "b", ...ratings, days: null }, "30 from 10 are needed."],
  [
    { code: "response_rates_differ", variant: "b", own: rate(3, 10), control: rate(0, 0) },
    "30% of the users of “b” rate, and nobody",
  ],
  [
    { code: "guardrail_worse", variant: "b", metric: "latency" },
    "The guardrail “latency” is certainly worse in “b”",
  ],
  [
    { code: "effect_fades", variant: "b", early: difference, later: difference },
    "fades after its users' first week",
  ],
  [
    { code: "not_sure_yet", variant: "b", p: 0.4, users: 1_479, days: 1 },
    "about 1,479 more users must rate, if the difference stays as it is. At today's traffic this takes about 1 day.",
  ],
  [{ code: "not_sure_yet", variant: "b", p: 1, users: null, days: null }, "no difference from the control"],
] as const)("says what is missing in words: %#", (obstacle, words) => {
  expect(obstacleWords(obstacle)).toContain(words);
});

it.each([
  [{ code: "no_later_values", variant: "b" }, "whether the effect lasts"],
  [
    { code: "split_changed", variant: "b", before: 0.5, since: 0.8 },
    "50% of its own and the control's users before, and 80% since",
  ],
] as const)("says what to know about a winner in words: %#", (caution, words) => {
  expect(cautionWords(caution)).toContain(words);
});
