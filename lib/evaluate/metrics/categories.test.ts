import { expect, it } from "vitest";
import { categoryRows } from "./categories.ts";

it("gathers models, puts the most frequent first and sets thumbs-down against all thumbs-down", () => {
  const rows = categoryRows(
    [
      { category: "wrong_tone", modelName: "a", count: 2, downCount: 0 },
      { category: "inaccurate", modelName: "a", count: 1, downCount: 1 },
      { category: "inaccurate", modelName: "b", count: 3, downCount: 2 },
    ],
    10,
  );
  expect(rows.map(({ category, count, downCount }) => [category, count, downCount])).toEqual([
    ["inaccurate", 4, 3],
    ["wrong_tone", 2, 0],
  ]);
  expect(rows[0]?.share).toMatchObject({ value: 0.3, n: 10 });
  expect(rows[0]?.models.map(({ modelName }) => modelName)).toEqual(["b", "a"]);
});

it("orders categories of equal count by name", () => {
  const named = (category: string) => ({ category, modelName: "a", count: 1, downCount: 1 });
  expect(categoryRows([named("b"), named("a")], 2).map(({ category }) => category)).toEqual(["a", "b"]);
});

it("knows no share while nobody was unhappy", () => {
  const [row] = categoryRows([{ category: "funny", modelName: "a", count: 1, downCount: 0 }], 0);
  expect(row?.share).toMatchObject({ value: null, reason: "insufficient_data" });
});
