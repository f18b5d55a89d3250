import type { MetricScale } from "#lib/decide/experiments/index.ts";
import { type Better, type ExperimentMetric, namedMetric } from "#lib/domain/experiment.ts";
import type { ScoreDefinition } from "#lib/domain/score.ts";

const SHARE = { min: 0, max: 1 };

const STARS = { min: 1, max: 5 };

/** How to read the values of a metric. Of latency and cost logarithms are compared, as their largest values would decide a mean. */
export function metricScale(
  metric: ExperimentMetric,
  better: Better,
  scores: readonly ScoreDefinition[],
): MetricScale {
  if (metric === "latency" || metric === "cost") return { better, range: null, logarithmic: true };
  if (metric === "star_mean") return { better, range: STARS, logarithmic: false };
  const about = namedMetric(metric);
  const score = about?.of === "score" ? scores.find(({ name }) => name === about.name) : undefined;
  return { better, range: about?.of === "score" ? rangeOf(score) : SHARE, logarithmic: false };
}

/** Learned bounds are no ends: the next value may lie outside. */
function rangeOf(score: ScoreDefinition | undefined): MetricScale["range"] {
  if (score?.type === "boolean") return SHARE;
  if (!score?.confirmed || score.min === null || score.max === null) return null;
  return { min: score.min, max: score.max };
}
