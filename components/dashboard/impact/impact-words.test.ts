import { expect, it } from "vitest";
import { aboutWords, claimWords } from "./impact-words.ts";

const figures = { before: 0.708, after: 0.82, low: 0.05, high: 0.17, n: 1840 };

it("tells a gain with its figures", () => {
  expect(claimWords({ verdict: "better", reason: null, figures })).toEqual({
    said: "70.8% good ratings before, 82.0% since, at the same mix of traffic (n = 1,840; difference +5.0 to +17.0 points, 95% interval).",
    told: "Users are told this gain.",
  });
});

it.each([
  [{ verdict: "worse", reason: null, figures } as const, "Nobody is told."],
  [{ verdict: "unknown", reason: "too_few", figures: null } as const, "without a number"],
  [null, "without a number"],
])("of %j users are told: %s", (claim, expected) => {
  expect(claimWords(claim).told).toContain(expected);
});

it.each([
  [{ scope: {}, categories: [] }, "All answers"],
  [
    { scope: { feature: "support", language: "de" }, categories: [] },
    "Answers of feature support, language de",
  ],
  [{ scope: {}, categories: ["too_long", "other"] }, "All answers, with “too_long” or “other”"],
])("of %j", (about, expected) => {
  expect(aboutWords(about)).toBe(expected);
});
