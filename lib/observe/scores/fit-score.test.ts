import { describe, expect, it } from "vitest";
import type { ScoreDefinition } from "#lib/domain/score.ts";
import { fitScore, type GivenScore } from "./fit-score.ts";

const given = (value: boolean | number | string, more: Partial<GivenScore> = {}): GivenScore => ({
  ...{ name: "s", mayDeclare: true },
  ...(typeof value === "string" ? { value: null, label: value } : { value, label: null }),
  ...more,
});
const declared = (more: Partial<ScoreDefinition>): ScoreDefinition => ({
  ...{ name: "s", type: "number", min: null, max: null, labels: [], direction: "none", confirmed: true },
  ...more,
});
const boolean = declared({ type: "boolean" });
const percent = declared({ min: 0, max: 100 });
const grade = declared({ type: "category", labels: ["poor", "fair", "good", "excellent"] });

describe("a score checked against its definition", () => {
  it.each([
    [true, boolean, { type: "boolean", value: 1, label: null }],
    [0, boolean, { type: "boolean", value: 0, label: null }],
    [-0.5, declared({}), { type: "number", value: -0.5, label: null }],
    [100, percent, { type: "number", value: 100, label: null }],
    ["fair", grade, { type: "category", value: null, label: "fair" }],
  ] as const)("%j is valid", (value, definition, fits) => {
    expect(fitScore(given(value), definition)).toEqual({ ...fits, definition });
  });

  it("needs a range with both ends if a publishable key sends a number", () => {
    const fromPage = given(1e12, { mayDeclare: false });
    for (const unbounded of [declared({}), declared({ min: 0 }), declared({ max: 1e12 })])
      expect(fitScore(fromPage, unbounded)).toMatchObject({
        ...{ path: "score_name", message: expect.stringContaining("set min and max") },
      });
    expect(fitScore(fromPage, percent)).toMatchObject({ path: "score_value" });
    for (const [value, definition] of [
      [50, percent],
      [true, boolean],
      ["fair", grade],
    ] as const)
      expect(fitScore(given(value, { mayDeclare: false }), definition)).toMatchObject({ definition });
  });

  it.each([
    [0.5, boolean, "score_value"],
    [true, percent, "score_value"],
    [100.5, percent, "score_value"],
    [-1, percent, "score_value"],
    ["good", percent, "score_label"],
    ["great", grade, "score_label"],
    [3, grade, "score_label"],
  ] as const)("%j is invalid, and the field is named", (value, definition, path) => {
    const refused = fitScore(given(value), definition);
    expect(refused).toMatchObject({ path, message: expect.stringContaining("s") });
  });
});

describe("a score without a definition", () => {
  const taught = (values: (boolean | number | string)[]) =>
    values.reduce<ScoreDefinition | undefined>((known, value) => {
      const fitted = fitScore(given(value), known);
      return "definition" in fitted ? fitted.definition : known;
    }, undefined);

  it("is learned from its values: the type from the first, range and labels from all", () => {
    expect(taught([true])).toMatchObject({ type: "boolean", direction: "higher", confirmed: false });
    expect(taught([3, 1, 7])).toMatchObject({ type: "number", min: 1, max: 7, direction: "none" });
    expect(taught(["good", "bad", "good"])).toMatchObject({ type: "category", labels: ["good", "bad"] });
  });

  it("keeps the type of its first value", () => {
    expect(fitScore(given("good"), taught([3]))).toMatchObject({ path: "score_label" });
    expect(fitScore(given(3), taught(["good"]))).toMatchObject({ path: "score_label" });
    expect(fitScore(given(true), taught([3]))).toMatchObject({ path: "score_value" });
  });

  it("has at most 50 labels", () => {
    const full = taught(Array.from({ length: 50 }, (_, index) => `label ${index}`));
    expect(fitScore(given("label 7"), full)).toMatchObject({ label: "label 7" });
    expect(fitScore(given("one more"), full)).toMatchObject({ path: "score_label" });
  });

  it("is rejected from a publishable key, learned or not: clients must not define scores", () => {
    for (const known of [undefined, taught([true])])
      expect(fitScore(given(true, { mayDeclare: false }), known)).toMatchObject({ path: "score_name" });
  });
});
