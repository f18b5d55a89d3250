import { describe, expect, it } from "vitest";
import { CLASH, choiceChanges, filterChoices, filterWords } from "./filter-choices.ts";

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
    ["sets a feature beside a cohort", "feature", "a", { tenant: "acme" }, { feature: "a" }, []],
    ["takes a value away", "model", null, { model: "m" }, { model: null }, []],
    [
      "clears model and prompt for a cohort",
      "language",
      "de",
      { feature: "a", model: "m", prompt_version: "1" },
      { language: "de", model: null, prompt_version: null },
      ["model", "prompt_version"],
    ],
    [
      "clears a cohort for another",
      "segment",
      "new",
      { tenant: "acme" },
      { segment: "new", tenant: null },
      ["tenant"],
    ],
    [
      "clears a cohort for a prompt",
      "prompt",
      '["t","1"]',
      { tenant: "acme" },
      { prompt_template: "t", prompt_version: "1", tenant: null },
      ["tenant"],
    ],
    ["sets what only one page offers", "rating", "up", { tenant: "acme" }, { rating: "up" }, []],
  ])("%s", (_, name, value, chosen, changes, cleared) => {
    expect(choiceChanges(name, value, chosen)).toEqual({ changes, cleared });
  });
});

it("says in words what was cleared and why", () => {
  expect(filterWords(["model", "prompt_version"])).toBe("Model and prompt version");
  expect(CLASH).toBe(
    "Answers are counted by model and prompt, or by one tenant, language or segment, not by both.",
  );
});
