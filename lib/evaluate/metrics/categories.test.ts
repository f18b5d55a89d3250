import { expect, it } from "vitest";
import { type CategoryCount, categoryRows, type ThumbsDown } from "./categories.ts";

const none = { promptTemplate: "", promptVersion: "" };
const named = (category: string, modelName: string, count: number, downCount: number): CategoryCount => ({
  ...none,
  category,
  modelName,
  count,
  downCount,
});

const rowsOf = (counts: CategoryCount[], downs: ThumbsDown[]) => {
  const placed = { counts, downs };
  return categoryRows(placed, placed, placed);
};

it("gathers models, puts the most frequent first and sets thumbs-down against all thumbs-down", () => {
  const rows = rowsOf(
    [named("wrong_tone", "a", 2, 0), named("inaccurate", "a", 1, 1), named("inaccurate", "b", 3, 2)],
    [
      { ...none, modelName: "a", thumbsDown: 6 },
      { ...none, modelName: "b", thumbsDown: 4 },
    ],
  );
  expect(rows.map(({ category, count, downCount }) => [category, count, downCount])).toEqual([
    ["inaccurate", 4, 3],
    ["wrong_tone", 2, 0],
  ]);
  expect(rows[0]?.share).toMatchObject({ value: 0.3, n: 10 });
  expect(rows[0]?.models.map(({ modelName, share }) => [modelName, share.value])).toEqual([
    ["b", 2 / 4],
    ["a", 1 / 6],
  ]);
});

it("gathers prompt versions over models, and leaves out answers that name none", () => {
  const prompt = { promptTemplate: "short", promptVersion: "v1" };
  const [row] = rowsOf(
    [
      { ...named("inaccurate", "a", 1, 1), ...prompt },
      { ...named("inaccurate", "b", 1, 0), ...prompt },
      named("inaccurate", "b", 5, 5),
    ],
    [
      { ...prompt, modelName: "a", thumbsDown: 2 },
      { ...prompt, modelName: "b", thumbsDown: 2 },
      { ...none, modelName: "b", thumbsDown: 6 },
    ],
  );
  expect(row?.promptVersions).toMatchObject([
    { ...prompt, count: 2, downCount: 1, share: { value: 1 / 4, n: 4 } },
  ]);
});

it("orders categories of equal count by name", () => {
  const rows = rowsOf([named("b", "m", 1, 1), named("a", "m", 1, 1)], []);
  expect(rows.map(({ category }) => category)).toEqual(["a", "b"]);
});

it("knows no share while nobody was unhappy", () => {
  const [row] = rowsOf([named("funny", "a", 1, 0)], []);
  expect(row?.share).toMatchObject({ value: null, reason: "insufficient_data" });
});
