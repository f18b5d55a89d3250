import { expect, it } from "vitest";
import { attributes } from "#components/feedback/embed/read-settings.ts";
import { elementAttributes } from "./element-words.ts";

it("tells of the attributes that the elements observe, and of the editor's two", () => {
  const told = elementAttributes.flatMap(({ name }) => name.split(", "));
  expect(told.sort()).toEqual([...attributes, "draft", "name"].sort());
});
