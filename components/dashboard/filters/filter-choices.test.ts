import { describe, expect, it } from "vitest";
import { choiceChanges, filterChoices, formatFilters } from "./filter-choices.ts";

const none = { features: ["a"], models: [], prompts: [], cohorts: { tenant: [], language: [], segment: [] } };
const known = {
  features: ["a", "b"],
  models: ["m"],
  prompts: [{ template: "t", version: "1" }],
  cohorts: { tenant: ["acme"], language: ["de", "en"], segment: ["new"] },
};
const labels = (...given: Parameters<typeof filterChoices>) =>
  filterChoices(...given).map(({ choice }) => choice.label);

describe("filterChoices", () => {
  it("offers what there is to choose from", () => {
    expect(labels(known, {}, [])).toEqual([
      "Feature",
      "Model",
      "Prompt version",
      "Tenant",
      "Language",
      "Segment",
    ]);
    expect(labels(none, {}, [])).toEqual(["Feature"]);
  });

  it("offers what is chosen, though there is nothing of it", () => {
    expect(labels(none, { tenant: "gone" }, [])).toEqual(["Feature", "Tenant"]);
  });

  it("leaves out what a page does not count by", () => {
    expect(labels(known, {}, ["tenant", "language", "segment"])).toEqual([
      "Feature",
      "Model",
      "Prompt version",
    ]);
  });

  it("takes what is typed where a menu of cohorts may be cut short", () => {
    const many = Array.from({ length: 200 }, (_, index) => `t${index}`);
    const cut = filterChoices({ ...known, cohorts: { ...known.cohorts, tenant: many } }, {}, []);
    expect(cut.filter(({ choice }) => choice.cut).map(({ choice }) => choice.label)).toEqual(["Tenant"]);
  });
});

describe("choiceChanges", () => {
  it.each([
    ["sets a feature", "feature", "a", { feature: "a" }],
    ["takes a value away", "model", null, { model: null }],
    ["sets a cohort and clears nothing", "language", "de", { language: "de" }],
    [
      "sets template and version",
      "prompt",
      '["t","1"]',
      { prompt_template: "t", prompt_version: "1", none: null },
    ],
    ["sets what only one page offers", "rating", "up", { rating: "up" }],
  ])("%s", (_, name, value, changes) => expect(choiceChanges(name, value)).toEqual(changes));
});

it("lists filters in words", () =>
  expect(formatFilters(["model", "prompt_version"])).toBe("Model and prompt version"));
