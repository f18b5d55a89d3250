import { describe, expect, it } from "vitest";
import { parseHalfLife } from "./half-life.ts";
import { trendChoice } from "./trend-choice.ts";

const month = { chosen: {}, days: 30, unit: "day" as const };

describe("trendChoice", () => {
  it("is the positive rate of all by day, where nothing is said", () => {
    const { metric, ...choice } = trendChoice({}, month);
    expect(metric.name).toBe("positive_rate");
    expect(choice).toEqual({ split: null, unit: "day", halfLife: 7 });
  });

  it("is what the address says", () => {
    const choice = trendChoice({ metric: "cost", split: "model", half_life: "30" }, month);
    expect(choice).toMatchObject({ metric: { name: "cost" }, split: { name: "model" }, halfLife: 30 });
  });

  it("splits by nothing that cannot stand beside what is chosen", () =>
    expect(trendChoice({ split: "model" }, { ...month, chosen: { model: "m" } }).split).toBeNull());

  it.each([
    ["hours where they are asked for", { unit: "hour" }, 7, "day", "hour"],
    ["days where hours would be too many", { unit: "hour" }, 30, "day", "day"],
    ["hours where the window is short", {}, 1, "hour", "hour"],
    ["days where they are asked for", { unit: "day" }, 1, "hour", "day"],
    ["as the window says where the unit is none", { unit: "week" }, 1, "hour", "hour"],
  ] as const)("draws %s", (_, search, days, unit, drawn) =>
    expect(trendChoice(search, { chosen: {}, days, unit }).unit).toBe(drawn),
  );
});

it.each([
  ["14", 14],
  ["1", 1],
  ["90", 90],
  ["91", 7],
  ["0", 7],
  ["-3", 7],
  ["2.5", 7],
  ["", 7],
  [undefined, 7],
])("the half-life of %j is %i days", (text, days) => expect(parseHalfLife(text)).toBe(days));
