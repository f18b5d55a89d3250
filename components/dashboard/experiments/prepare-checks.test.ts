import { expect, it } from "vitest";
import { type Check, formatP, prepareChecks } from "./prepare-checks.ts";
import type { Analysis } from "./results.ts";
import { analysis, arm } from "./testing/analysis.ts";

const checked = (...given: Parameters<typeof analysis>) =>
  new Map(prepareChecks(analysis(...given), "positive_rate").map(({ name, ...check }) => [name, check]));

const scarce = { code: "too_few_ratings", variant: "short", message: "“short” has 3 ratings.", days: 2 };
const difference = { value: 0.3, low: 0.1, high: 0.5, n: 900, p: 0.001 };
const guardrail = {
  ...{ variant: "short", metric: "latency", role: "guardrail" as const, estimate: null, difference },
  ...{ adjusted_p: 0.001, harm: true },
};
const rate = (value: number) => ({ value, n: 1_000, low: value, high: value });
const novelty = {
  state: "fading" as const,
  lasts: false,
  early: difference,
  later: difference,
  change: difference,
};

it.each<[string, Partial<Analysis>, Check["state"], string]>([
  [
    "Enough ratings",
    {},
    "passed",
    "Each arm needs 30 ratings from 10 users. The fewest are in “control”: 600 ratings from 400 users.",
  ],
  [
    "Enough ratings",
    { missing: [scarce] },
    "open",
    "Not enough data. Each arm needs 30 ratings from 10 users. “short” has 3 ratings.",
  ],
  [
    "Sample ratio",
    {},
    "passed",
    "The arms got users as the split says (p = 0.750). “control” got 1,000 users, 1,000 expected; “short” got 1,000 users, 1,000 expected.",
  ],
  ["Sample ratio", { sample_ratio: null }, "open", "Too few users to compare with the split."],
  [
    "Sample ratio",
    {
      sample_ratio: {
        statistic: 30,
        p: 1e-8,
        mismatch: true,
        arms: [{ variant: "short", observed: 900, expected: 1_000 }],
      },
    },
    "failed",
    "The arms got other shares of users than the split says (p < 0.001). Find out where users are lost. “short” got 900 users, 1,000 expected.",
  ],
  ["Switched users", {}, "passed", "No user saw more than one arm."],
  [
    "Switched users",
    { arms: [arm("control"), arm("short", { switched: 1 })] },
    "passed",
    "1 user (0.0%) saw more than one arm and is left out.",
  ],
  [
    "Response rates",
    {},
    "passed",
    "Users of all arms rate about equally often. 40.0% of users rate in “short”, 40.0% in the control.",
  ],
  [
    "Response rates",
    { arms: [arm("control"), arm("short", { response_rate: rate(0.6), responses_differ: true })] },
    "failed",
    "Users of one arm rate much more often, so ratings cannot be compared. 60.0% of users rate in “short”, 40.0% in the control.",
  ],
  [
    "Response rates",
    { arms: [arm("control"), arm("short", { response_rate: { ...rate(0), n: 9 } })] },
    "open",
    "Too few users to compare.",
  ],
  [
    "Guardrails",
    { metrics: [guardrail] },
    "failed",
    "Latency is worse in “short”: +30.0% (+10.0% to +50.0%).",
  ],
  ["Guardrails", { metrics: [{ ...guardrail, harm: false }] }, "passed", "No guardrail is certainly worse."],
  ["Guardrails", { metrics: [{ ...guardrail, difference: null, harm: false }] }, "open", "Not enough data."],
  ["Novelty", {}, "open", "Too few ratings after users' first week to tell whether the effect lasts."],
  [
    "Novelty",
    { arms: [arm("control"), arm("short", { novelty })] },
    "failed",
    "“short”: +30.0 points in users' first week, +30.0 points later. It fades.",
  ],
])("%s of %o: %s", (name, given, state, words) => {
  const check = checked(given).get(name);
  expect([check?.state, check?.words.join(" ")]).toEqual([state, words]);
});

it("an experiment without guardrails has no check of them", () =>
  expect(checked().has("Guardrails")).toBe(false));

it.each([
  [0.0004, "p < 0.001"],
  [0.0041, "p = 0.004"],
])("a p-value of %d is said as %s", (p, words) => expect(formatP(p)).toBe(words));
