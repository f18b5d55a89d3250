import { expect, it } from "vitest";
import { prepareProgress } from "./prepare-progress.ts";

const difference = (value: number, n: number) => ({ value, low: value - 0.1, high: value + 0.1, n, p: 0.2 });
const days = ["2026-11-01", "2026-11-02", "2026-11-03"];

it("begins on the first day with a difference, around zero, with every arm's interval", () => {
  const lines = [
    { variant: "short", differences: [null, difference(0.05, 40), difference(0.04, 90)] },
    { variant: "long", differences: [null, null, difference(-0.2, 60)] },
  ];
  const view = prepareProgress({ days, lines }, "positive_rate", "UTC");
  expect(view?.data).toMatchObject({ points: days.slice(1), format: "points", zeroBased: true });
  expect(view?.data.series).toEqual([
    {
      name: "short",
      values: [0.05, 0.04],
      band: [
        [-0.05, expect.closeTo(0.15)],
        [expect.closeTo(-0.06), expect.closeTo(0.14)],
      ],
      n: [40, 90],
    },
    { name: "long", values: [null, -0.2], band: [null, [expect.closeTo(-0.3), -0.1]], n: [0, 60] },
  ]);
  expect(view?.summary).toContain("short: latest +4.0 on 3 Nov");
  expect(view?.summary).not.toContain("in total");
});

it("a metric that is no share is drawn in its own unit", () => {
  const lines = [{ variant: "short", differences: [difference(0.3, 40), null, null] }];
  expect(prepareProgress({ days, lines }, "star_mean", "UTC")?.data.format).toBe("signed");
});

it("is nothing while no arm has a difference", () => {
  const lines = [{ variant: "short", differences: [null, null, null] }];
  expect(prepareProgress({ days, lines }, "positive_rate", "UTC")).toBeNull();
});
