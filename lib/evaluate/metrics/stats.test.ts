import { expect, it } from "vitest";
import { statsRow } from "./stats.ts";
import { NO_COUNTS } from "./summary.ts";

it("counts every type of rating in the total and only thumbs in the rate", () => {
  const counts = {
    ...NO_COUNTS,
    thumbsUp: 1,
    thumbsDown: 1,
    stars: [0, 0, 0, 1, 0],
    corrections: 1,
    comments: 2,
    ratings: 5,
  };
  const row = statsRow(["gpt-4o-mini", "v1"], counts);
  expect(row).toMatchObject({ modelName: "gpt-4o-mini", promptVersion: "v1", total: 5, commentCount: 2 });
  expect(row.positive).toMatchObject({ value: 0.5, n: 2 });
  expect(row.stars).toEqual({ value: 4, n: 1 });
});

it("names no prompt version where there was none, and no rate where nobody rated", () => {
  const row = statsRow(["gpt-4o-mini", ""], NO_COUNTS);
  expect(row.promptVersion).toBeNull();
  expect(row.total).toBe(0);
  expect(row.positive.value).toBeNull();
});
