import { expect, it } from "vitest";
import type { ScoreDefinition } from "#lib/domain/score.ts";
import { metricScale } from "./metric-scale.ts";

const score = (more: Partial<ScoreDefinition>): ScoreDefinition => ({
  ...{ name: "effort", type: "number", min: 1, max: 7, labels: [], direction: "none", confirmed: true },
  ...more,
});

it.each([
  ["positive_rate", [], { min: 0, max: 1 }, false],
  ["star_mean", [], { min: 1, max: 5 }, false],
  ["signal:copy", [], { min: 0, max: 1 }, false],
  ["latency", [], null, true],
  ["cost", [], null, true],
  ["score:effort", [score({})], { min: 1, max: 7 }, false],
  ["score:effort", [score({ max: null })], null, false],
  ["score:effort", [score({ confirmed: false })], null, false],
  ["score:effort", [score({ type: "boolean", min: null, max: null })], { min: 0, max: 1 }, false],
  ["score:effort", [], null, false],
] as const)("%s is read on its own scale: %#", (metric, scores, range, logarithmic) => {
  expect(metricScale(metric, "higher", scores)).toEqual({ better: "higher", range, logarithmic });
});
