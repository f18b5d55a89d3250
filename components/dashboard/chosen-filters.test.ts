import { describe, expect, it } from "vitest";
import { chosenFilters, clashing } from "./chosen-filters.ts";

describe("chosenFilters", () => {
  it.each([
    ["nothing of a bare address", {}, {}, []],
    [
      "feature, model and prompt together",
      { feature: "f", model: "m", prompt_template: "t", prompt_version: "2" },
      { feature: "f", model: "m", prompt_template: "t", prompt_version: "2" },
      [],
    ],
    ["a feature beside a cohort", { feature: "f", tenant: "acme" }, { feature: "f", tenant: "acme" }, []],
    ["a cohort rather than a model", { model: "m", language: "de" }, { language: "de" }, ["model"]],
    [
      "the first of several cohorts",
      { segment: "s", language: "de", tenant: "acme" },
      { tenant: "acme" },
      ["language", "segment"],
    ],
    ["the first of a value given twice", { model: ["m", "n"] }, { model: "m" }, []],
    ["nothing that is empty or foreign", { model: "", rating: "up" }, {}, []],
  ])("reads %s", (_, search, chosen, leftOut) => {
    expect(chosenFilters(search)).toEqual({ chosen, leftOut });
  });

  it("leaves out what a page does not count by, and lets that clear nothing else", () => {
    const { chosen, leftOut } = chosenFilters({ tenant: "acme", model: "m" }, [
      "tenant",
      "language",
      "segment",
    ]);
    expect({ chosen, leftOut }).toEqual({ chosen: { model: "m" }, leftOut: ["tenant"] });
  });
});

describe("clashing", () => {
  it.each([
    ["feature", []],
    ["model", ["tenant", "language", "segment"]],
    ["prompt_version", ["tenant", "language", "segment"]],
    ["tenant", ["model", "prompt_template", "prompt_version", "language", "segment"]],
  ] as const)("of %s", (name, others) => expect(clashing(name)).toEqual(others));
});
