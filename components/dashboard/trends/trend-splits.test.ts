import { expect, it } from "vitest";
import { listSplits } from "./trend-splits.ts";

it.each([
  ["all where nothing is chosen", {}, "feature model prompt_version tenant language segment"],
  ["all but what is chosen", { model: "m", language: "de" }, "feature prompt_version tenant segment"],
])("offers %s", (_, chosen, names) =>
  expect(
    listSplits(chosen)
      .map(({ name }) => name)
      .join(" "),
  ).toBe(names),
);
