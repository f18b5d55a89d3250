import { describe, expect, it } from "vitest";
import {
  type Against,
  type BadOfHour,
  type CellHours,
  FALLS,
  findCauses,
  makeCells,
  type Scope,
} from "./index.ts";

/** Today. */
const TODAY = 41;

const group = (
  values: Scope,
  bad: (day: number, hour: number) => number,
  { n = 5, since = 0 }: { n?: number; since?: number } = {},
): CellHours => ({
  ...{ values, raters: 50, met: 500 },
  hours: Array.from({ length: (TODAY + 1) * 24 }, (_, hour): BadOfHour => {
    const day = Math.floor(hour / 24);
    return { day, weekHour: hour % 168, n, bad: n * bad(day, hour % 24) };
  }).filter(({ day }) => day >= since),
});

const found = (groups: readonly CellHours[], against: Against = "own") => {
  const made = makeCells(groups, TODAY, { against });
  if (!made) throw new Error("Too little is known.");
  return findCauses(made.cells, { worse: FALLS, dispersion: made.dispersion });
};

it("counts what was seen since each day, and what was usual", () => {
  const made = makeCells([group({ feature: "a" }, () => 0.2)], TODAY);
  const [cell] = made?.cells ?? [];
  expect(cell?.since).toHaveLength(14);
  expect(cell?.since[0]).toMatchObject({ n: 120, bad: 24 });
  expect(cell?.since[13]?.n).toBe(14 * 120);
  expect(cell?.since[13]?.expected).toBeCloseTo(14 * 24, 0);
  expect(cell?.usual).toBeGreaterThanOrEqual(28 * 120);
});

describe("a group is compared", () => {
  const steady = group({ feature: "a" }, () => 0.2);

  it("with its own history", () => {
    const falls = group({ feature: "b" }, (day) => (day >= 39 ? 0.4 : 0.1));
    expect(found([steady, falls])).toMatchObject([{ scope: { feature: "b" }, daysAgo: 2 }]);
  });

  it("and is no problem where it always was as bad", () => {
    expect(found([steady, steady, group({ feature: "b" }, () => 0.4)])).toEqual([]);
  });

  it("unless it is compared with the project", () => {
    const others = ["a", "c", "d", "e"].map((feature) => group({ feature }, () => 0.2));
    expect(found([...others, group({ feature: "b" }, () => 0.5)], "project")).toMatchObject([
      { scope: { feature: "b" } },
    ]);
  });

  it("with the project where it is new", () => {
    const version = (promptVersion: string, bad: number, since: number) =>
      group({ promptVersion }, () => bad, { since });
    const groups = [steady, version("v6", 0.2, 0), version("v7", 0.4, 40), version("v8", 0.2, 40)];
    expect(found(groups)).toMatchObject([{ scope: { promptVersion: "v7" }, daysAgo: 1 }]);
  });

  it("by hour of the day: what always is worse by night is none in the morning", () => {
    const nightly = group({ feature: "a" }, (_, hour) => (hour < 6 ? 0.5 : 0.1));
    const night = {
      ...nightly,
      hours: nightly.hours.filter(({ day, weekHour }) => day < TODAY || weekHour % 24 < 6),
    };
    expect(
      found([
        { ...night, hours: night.hours.map((hour) => ({ ...hour, n: hour.n * 10, bad: hour.bad * 10 })) },
      ]),
    ).toEqual([]);
  });
});

it("says nothing before a project has a hundred ratings", () => {
  expect(makeCells([group({ feature: "a" }, () => 0.2, { since: 30 })], TODAY)).toBeNull();
  expect(makeCells([], TODAY)).toBeNull();
});
