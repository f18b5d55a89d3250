import { expect, it } from "vitest";
import { splitsOf } from "./trend-splits.ts";

it.each([
  ["all where nothing is chosen", {}, "feature model prompt_version tenant language segment"],
  ["none of the cohorts beside a model", { model: "m" }, "feature prompt_version"],
  ["none of the cohorts beside a prompt", { prompt_template: "t" }, "feature model prompt_version"],
  ["features alone beside a cohort", { tenant: "acme" }, "feature"],
  [
    "all but the feature beside a feature",
    { feature: "search" },
    "model prompt_version tenant language segment",
  ],
  ["nothing beside a feature and a cohort", { feature: "search", language: "de" }, ""],
])("offers %s", (_, chosen, names) =>
  expect(
    splitsOf(chosen)
      .map(({ name }) => name)
      .join(" "),
  ).toBe(names),
);
