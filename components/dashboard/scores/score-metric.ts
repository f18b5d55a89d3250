import type { ScoreDefinition } from "#lib/domain/score.ts";
import type { ScoreCounts, ScoreName } from "#lib/evaluate/metrics/index.ts";
import type { TrendMetric } from "../trends/trend-metrics.ts";
import { scoreLabel, scoreParam } from "./score-choice.ts";

/** A trend of a score: of a number its mean, of a boolean how often it was true, of a category how often it had a label. */
export interface ScoreMetric extends TrendMetric<ScoreCounts> {
  score: ScoreName;
}

/** The interval of a mean from what values add up to; null where there is none. */
type MeanInterval = (counts: ScoreCounts) => [number, number] | null;

/** The trends that a score can be drawn as; a category one for each of its labels. */
export function scoreMetrics(
  definition: ScoreDefinition,
  target: ScoreName["target"],
  interval: MeanInterval,
): ScoreMetric[] {
  const { name, type, labels } = definition;
  if (type === "category") return labels.map((label) => shareMetric({ name, target, label }));
  return [type === "number" ? meanMetric({ name, target }, interval) : shareMetric({ name, target })];
}

/** The name of a score's trend in the address. */
export const scoreMetricName = (score: ScoreName & { label?: string | undefined }): string =>
  `score:${scoreParam(score)}`;

const words = (score: ScoreName & { label?: string | undefined }) => ({
  ...{ name: scoreMetricName(score), of: "scores", fromZero: false },
  score: { name: score.name, target: score.target },
  population: { score: { name: score.name, target: score.target } },
});

const aboutSessions = ({ target }: ScoreName): string =>
  target === "session" ? ". The value of a session counts toward its latest answer at that time" : "";

function shareMetric(score: ScoreName & { label?: string }): ScoreMetric {
  const { label } = score;
  return {
    ...words(score),
    label: scoreLabel(score),
    note: `Share of “${label ?? "true"}” among all values${aboutSessions(score)}`,
    format: "percent",
    measure: {
      kind: "share",
      of: ({ n, sum, labels }) => [label === undefined ? sum : (labels.get(label) ?? 0), n],
    },
  };
}

function meanMetric(score: ScoreName, interval: MeanInterval): ScoreMetric {
  return {
    ...words(score),
    label: `${scoreLabel(score)}, mean`,
    note: `Mean of all values with 95% confidence interval${aboutSessions(score)}`,
    format: "decimal",
    measure: {
      kind: "mean",
      of: ({ n, sum }) => [sum, n],
      interval: (points) =>
        interval({
          n: total(points.map(({ n }) => n)),
          sum: total(points.map(({ sum }) => sum)),
          sumSquares: total(points.map(({ sumSquares }) => sumSquares)),
          labels: new Map(),
        }),
    },
  };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
