import { expect, it } from "vitest";
import { Restarts } from "./restarts.ts";

it("replaces the first one immediately, and those that end soon less and less often", () => {
  const restarts = new Restarts();
  const row = Array.from({ length: 8 }, () => restarts.ended(500));
  expect(row.map(({ pauseMs }) => pauseMs)).toEqual([0, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(row.filter(({ isFirst }) => isFirst)).toHaveLength(1);
});

it("starts over after one that ran for a minute", () => {
  const restarts = new Restarts();
  restarts.ended(500);
  restarts.ended(59_999);
  expect(restarts.ended(60_000)).toEqual({ pauseMs: 0, isFirst: true });
});
