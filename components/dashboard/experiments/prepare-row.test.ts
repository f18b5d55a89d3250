import { expect, it } from "vitest";
import type { ListedExperiment } from "#lib/use-cases/experiments/list-readings.ts";
import { prepareRow } from "./prepare-row.ts";
import { analysis, arm } from "./testing/analysis.ts";

const now = new Date("2026-11-30T12:00:00Z");

const listed = (
  more: Partial<ListedExperiment["experiment"]>,
  found: ReturnType<typeof analysis> | null,
): ListedExperiment => ({
  experiment: {
    ...{ experiment: "short-answers", hypothesis: "h", traffic: 1, salt: "s" },
    kind: "custom",
    ...{ featureName: null, promptTemplate: null, label: null, guardrails: [], pauseOnHarm: false },
    primaryMetric: { metric: "positive_rate", better: "higher" },
    state: "running",
    ...{ winner: null, decision: null, createdBy: "Ada", createdAt: now, splitAt: null, endedAt: null },
    startedAt: new Date("2026-11-18T12:00:00Z"),
    arms: ["control", "short"].map((variant, index) => ({
      ...{
        variant,
        weight: 0.5,
        isControl: index === 0,
        promptVersion: null,
        modelName: null,
        pausedAt: null,
      },
    })),
    ...more,
  },
  results: found && {
    state: "running",
    ...{ experiment: "short-answers", metric: "positive_rate", analysis: found },
    uncounted: { unknown_variant: 0, anonymous: 0 },
  },
});

it("a running experiment has its users and the difference of the leading arm", () =>
  expect(prepareRow(listed({}, analysis()), now)).toEqual({
    ...{ name: "short-answers", state: "running", metric: "Positive rate", arms: ["control", "short"] },
    ...{ users: 2_000, without: "Not enough data", duration: "Started 12 days ago" },
    difference: { of: "short", words: "+8.0 points", interval: "+2.0 to +14.0" },
  }));

it("one with too few users says so, and a draft says nothing", () => {
  const few = { estimate: { value: 0.7, low: 0, high: 1, n: 9 }, difference: null };
  const early = analysis({ arms: [arm("control"), arm("short", { primary: few })] });
  expect(prepareRow(listed({}, early), now)).toMatchObject({ difference: null, without: "Not enough data" });
  expect(
    prepareRow(listed({ state: "draft", startedAt: null, primaryMetric: null }, null), now),
  ).toMatchObject({
    ...{ users: null, difference: null, without: "–", metric: "Not chosen yet", duration: "Not started" },
  });
});
