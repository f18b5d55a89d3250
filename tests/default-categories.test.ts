import { expect, it } from "vitest";
import { defaultCategories } from "#lib/domain/category.ts";
import {
  defaultPositiveCategories,
  defaultCategories as offered,
} from "../components/feedback/widget/offered-categories.ts";

it("every project lists what the widgets offer", () => {
  expect(
    [...offered, ...defaultPositiveCategories].filter((name) => !defaultCategories.includes(name)),
  ).toEqual([]);
});
