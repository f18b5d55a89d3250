import { describe, expect, it } from "vitest";
import { type BadOfHour, usualShare } from "./index.ts";

/** Four weeks of hours with ten ratings each. */
const weeks = (bad: (weekHour: number, day: number) => number, n = 10): BadOfHour[] =>
  Array.from({ length: 28 * 24 }, (_, hour) => {
    const [day, weekHour] = [Math.floor(hour / 24), hour % 168];
    return { day, weekHour, n, bad: n * bad(weekHour, day) };
  });

const SUNDAY = 150;

it("is the share of all where hours do not differ", () => {
  const usual = usualShare(weeks(() => 0.2));
  expect(usual?.share).toBeCloseTo(0.2, 12);
  expect(usual?.n).toBe(6_720);
  for (const share of usual?.ofWeekHour ?? []) expect(share).toBeCloseTo(0.2, 3);
});

it("knows hours of the day, and weekdays", () => {
  const usual = usualShare(
    weeks((weekHour) => (weekHour % 24 < 6 ? 0.4 : 0.2) + (weekHour >= 144 ? 0.1 : 0)),
  );
  expect(usual?.ofWeekHour[3]).toBeCloseTo(0.4, 1);
  expect(usual?.ofWeekHour[12]).toBeCloseTo(0.2, 1);
  expect(usual?.ofWeekHour[SUNDAY + 6]).toBeCloseTo(0.3, 1);
  expect(usual?.ofWeekHour[146]).toBeGreaterThan(0.45);
});

it("hardly believes an hour of which it saw little", () => {
  const few = weeks((weekHour) => (weekHour === 5 ? 1 : 0.2)).map((hour) =>
    hour.weekHour === 5 ? { ...hour, n: 1, bad: 1 } : hour,
  );
  expect(usualShare(few)?.ofWeekHour[5]).toBeLessThan(0.3);
});

describe("dispersion", () => {
  it.each([
    ["one where days are as even as chance would have them, or more", undefined, () => 0.2, [1, 1]],
    // Days of 240 ratings have a standard deviation of .026 by chance; these have one of .1.
    ["large where days differ", undefined, (_: number, day: number) => (day % 2 ? 0.3 : 0.1), [9, 11]],
    ["what is known of users, where days say no more", 1.5, () => 0.2, [1.5, 1.5]],
  ])("is %s", (_, known, bad, [least = 0, most = 0]) => {
    const usual = usualShare(weeks(bad), known);
    expect(usual?.dispersion).toBeGreaterThanOrEqual(least);
    expect(usual?.dispersion).toBeLessThanOrEqual(most);
  });
});

it("is not known without ratings", () => {
  expect(usualShare([])).toBeNull();
  expect(usualShare(weeks(() => 0, 0))).toBeNull();
});

it("refuses an hour that no week has", () => {
  expect(() => usualShare([{ day: 0, weekHour: 168, n: 1, bad: 0 }])).toThrow(
    "There is no hour 168 in a week: it has 168.",
  );
});
