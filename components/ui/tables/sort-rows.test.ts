import { describe, expect, it } from "vitest";
import { nextSorting, type SortValue, sortRows } from "./sort-rows.ts";

describe("sortRows", () => {
  it.each<[SortValue[], "ascending" | "descending", SortValue[]]>([
    [[10, 9, 100], "ascending", [9, 10, 100]],
    [[10, 9, 100], "descending", [100, 10, 9]],
    [[null, 2, null, 1], "ascending", [1, 2, null, null]],
    [[null, 2, null, 1], "descending", [2, 1, null, null]],
    [["v10", "v9", "V1"], "ascending", ["V1", "v9", "v10"]],
    [["b", "a"], "descending", ["b", "a"]],
    [[2, "x", 1], "ascending", [1, 2, "x"]],
  ])("puts %j %s as %j", (values, direction, sorted) =>
    expect(sortRows(values, (value) => value, direction)).toEqual(sorted),
  );

  it("leaves equal rows as they came, either way", () => {
    const rows = [
      { name: "a", n: 1 },
      { name: "b", n: 1 },
    ];
    for (const direction of ["ascending", "descending"] as const)
      expect(sortRows(rows, ({ n }) => n, direction)).toEqual(rows);
  });
});

it.each([
  [null, true, "descending"],
  [null, false, "ascending"],
  [{ column: 1, direction: "descending" }, true, "ascending"],
  [{ column: 1, direction: "ascending" }, false, "descending"],
  [{ column: 0, direction: "descending" }, true, "descending"],
] as const)("after %j a click on column 1, numeric %s, is %s", (now, numeric, direction) =>
  expect(nextSorting(now, 1, numeric)).toEqual({ column: 1, direction }),
);
