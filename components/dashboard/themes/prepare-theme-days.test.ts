import { expect, it } from "vitest";
import { prepareThemeDays } from "./prepare-theme-days.ts";

it("draws each day, with all texts beside it in the table", () => {
  const view = prepareThemeDays({ dates: ["2026-11-01", "2026-11-02"], days: [1, 4], totals: [9, 8] });
  expect(view.series.values).toEqual([1, 4]);
  expect(view.table.rows).toEqual([
    ["2026-11-01", 1, 9],
    ["2026-11-02", 4, 8],
  ]);
  expect(view.summary).toMatch(/^5 texts in 2 days, most on .*2.* \(4\)\.$/);
});

it("says that there are none", () =>
  expect(prepareThemeDays({ dates: ["2026-11-01"], days: [0], totals: [3] }).summary).toBe(
    "No texts in this period.",
  ));
