import { describe, expect, it } from "vitest";
import { differenceTone, leadOf, shownDifference } from "./lead.ts";
import type { AnalyzedArm } from "./results.ts";
import { analysis, arm } from "./testing/analysis.ts";

const few = { primary: { ...arm("short").primary, estimate: { value: 0.7, low: 0, high: 1, n: 9 } } };

describe("leadOf", () => {
  it.each<[string, AnalyzedArm[], string | null, string | null]>([
    [
      "the winner",
      [arm("control"), arm("short"), arm("long", { chance_to_be_best: 0.99 })],
      "short",
      "short",
    ],
    [
      "the most likely best",
      [arm("control"), arm("short", { chance_to_be_best: 0.2 }), arm("long")],
      null,
      "long",
    ],
    [
      "one with enough users",
      [arm("control"), arm("short", few), arm("long", { chance_to_be_best: 0 })],
      null,
      "long",
    ],
    ["nobody while there are too few users", [arm("control"), arm("short", few)], null, null],
    ["not the control, though it won", [arm("control"), arm("short")], "control", "short"],
  ])("is %s", (_, arms, winner, variant) =>
    expect(leadOf({ arms, winner })?.arm.variant ?? null).toBe(variant),
  );
});

it("no difference is shown from a control with too few users", () => {
  const arms = [arm("control", few), arm("short")];
  expect(shownDifference(arm("short"), analysis({ arms }))).toBeNull();
  expect(shownDifference(arm("short"), analysis())).toMatchObject({ value: 0.08 });
});

it.each([
  [{ low: 0.01, high: 0.1 }, "higher", "good"],
  [{ low: 0.01, high: 0.1 }, "lower", "bad"],
  [{ low: -0.1, high: -0.01 }, "lower", "good"],
  [{ low: -0.1, high: 0.1 }, "higher", "open"],
] as const)("%o where %s is better is %s", (interval, better, tone) =>
  expect(differenceTone(interval, better)).toBe(tone),
);
