import { expect, it } from "vitest";
import { prepareDays } from "./prepare-days.ts";

const problem = {
  ...{ category: null, usual: 0.2, fixedAt: null, beganAt: new Date("2026-11-28T06:00:00Z") },
};
const days = [
  { date: "2026-11-27", thumbs: 10, bad: 2 },
  { date: "2026-11-29", thumbs: 20, bad: 12 },
];

it("draws a rate a day, with a gap where nobody rated, and the beginning", () => {
  const view = prepareDays(problem, days);
  expect(view?.data.points).toEqual(["2026-11-27", "2026-11-28", "2026-11-29"]);
  expect(view?.data.series[0]).toMatchObject({
    name: "Thumbs down",
    values: [0.2, null, 0.6],
    n: [10, 0, 20],
  });
  expect(view?.data.series[0]?.band?.[1]).toBeNull();
  expect(view?.data.markers).toEqual([{ at: "2026-11-28", label: "began", kind: "problem" }]);
});

it("marks a fix, and names a category", () => {
  const fixed = { ...problem, category: "too_long", fixedAt: new Date("2026-11-29T00:00:00Z") };
  const view = prepareDays(fixed, days);
  expect(view?.data.markers).toHaveLength(2);
  expect(view?.data.series[0]?.name).toBe("Thumbs down as “Too long”");
});

it("draws nothing without ratings", () => expect(prepareDays(problem, [])).toBeNull());
