import { expect, it } from "vitest";
import {
  defaultPositiveCategories,
  defaultCategories as offered,
} from "#components/feedback/widget/offered-categories.ts";
import { defaultCategories } from "#lib/domain/category.ts";

it("every project lists what the widgets offer", () => {
  expect(
    [...offered, ...defaultPositiveCategories].filter((name) => !defaultCategories.includes(name)),
  ).toEqual([]);
});
