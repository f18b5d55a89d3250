import { describe, expect, it } from "vitest";
import { activeFilters } from "./active-filters.ts";

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
    [
      "cohorts beside each other, a model and a prompt",
      { model: "m", language: "de", tenant: "acme", segment: "s", prompt_version: "2" },
      { model: "m", prompt_version: "2", tenant: "acme", language: "de", segment: "s" },
      [],
    ],
    ["the first of a value given twice", { model: ["m", "n"] }, { model: "m" }, []],
    [
      "a template without a version",
      { prompt_template: "t", none: "prompt_version,model" },
      { prompt_template: "t", prompt_version: "" },
      [],
    ],
    ["nothing that is empty or foreign", { model: "", rating: "up" }, {}, []],
  ])("reads %s", (_, search, chosen, leftOut) => {
    expect(activeFilters(search)).toEqual({ chosen, leftOut });
  });

  it("leaves out what a page does not count by, and lets that clear nothing else", () => {
    const { chosen, leftOut } = activeFilters({ tenant: "acme", model: "m" }, [
      "tenant",
      "language",
      "segment",
    ]);
    expect({ chosen, leftOut }).toEqual({ chosen: { model: "m" }, leftOut: ["tenant"] });
  });
});
