import { expect, it } from "vitest";
import { findFaults } from "#lib/act/experiments/validate-experiment.ts";
import { builtInMetrics } from "#lib/domain/experiment.ts";
import type { ScoreDefinition } from "#lib/domain/score.ts";
import { metricChoices } from "./metric-choices.ts";

const score = (name: string, type: ScoreDefinition["type"]): ScoreDefinition => ({
  ...{ name, type, min: null, max: null, labels: [], confirmed: true },
  direction: "higher",
});

const values = (...given: Parameters<typeof metricChoices>) =>
  metricChoices(...given).flatMap(({ metrics }) => metrics.map(({ value }) => value));

it("offers as a primary metric what can be one, and every metric as a guardrail", () => {
  const primary = values([], "primary");
  for (const metric of builtInMetrics) {
    const arms = ["a", "b"].map((variant, index) => ({
      ...{
        variant,
        weight: 0.5,
        isControl: index === 0,
        promptVersion: null,
        modelName: null,
        pausedAt: null,
      },
    }));
    const faults = findFaults({
      kind: "custom",
      primaryMetric: { metric, better: "higher" },
      ...{
        hypothesis: "h",
        featureName: null,
        promptTemplate: null,
        label: null,
        traffic: 1,
        guardrails: [],
      },
      ...{ pauseOnHarm: false, arms },
    });
    expect(primary.includes(metric), metric).toBe(faults.length === 0);
  }
  expect(values([], "guardrail")).toEqual(expect.arrayContaining([...builtInMetrics, "signal:copy"]));
});

it("offers the project's scores that have a mean", () =>
  expect(values([score("solved", "boolean"), score("grade", "category")], "primary")).toEqual(
    expect.arrayContaining(["score:solved"]),
  ));
