import { expect, it } from "vitest";
import { feedbackBodySchema } from "../feedback/index.ts";
import { declareScoreSchema } from "../scores/index.ts";
import { reviewerScoreSchema } from "./reviewer-score.ts";

it.each([
  [1e12, true],
  [-1e12, true],
  [1.001e12, false],
  [-1.001e12, false],
])("%d is a number for reviewers, users and bounds alike: %s", (value, isScore) => {
  const score = { interaction_id: "a", rating_type: "score", score_name: "grade", score_value: value };
  expect(feedbackBodySchema.safeParse(score).success).toBe(isScore);
  expect(reviewerScoreSchema.safeParse({ score_value: value }).success).toBe(isScore);
  expect(declareScoreSchema.safeParse({ type: "number", min: value }).success).toBe(isScore);
});
