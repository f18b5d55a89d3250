import {
  type ArmUserSums,
  countRecentExposures,
  dealtWeight,
  type Experiment,
  findExperiment,
  readArmSums,
  readUncounted,
  type Uncounted,
} from "#lib/act/experiments/index.ts";
import {
  type ArmSums,
  analyzeExperiment,
  type ExperimentAnalysis,
  type SecondaryMetric,
} from "#lib/decide/experiments/index.ts";
import { builtInMetrics, type ExperimentMetric, usuallyBetter } from "#lib/domain/experiment.ts";
import type { ScoreDefinition } from "#lib/domain/score.ts";
import { refreshMetrics } from "#lib/evaluate/metrics/index.ts";
import { listScores } from "#lib/observe/scores/index.ts";
import { metricScale } from "./metric-scale.ts";

/** How long a reader counts users itself before it leaves the rest to the job, in milliseconds. */
const READERS_COUNT_MS = 2_000;

const DAY_MS = 86_400_000;

/** The last days whose users tell how fast an experiment goes. */
const RECENT_DAYS = 7;

/** An experiment with what it says so far. */
export interface ExperimentReading {
  experiment: Experiment;
  /** Null before the start. */
  analysis: ExperimentAnalysis | null;
  uncounted: Uncounted;
}

/**
 * An experiment with its analysis, from one row a user.
 * @throws Problem 404 where there is none of this name.
 */
export async function readExperiment(projectId: string, name: string, now: Date): Promise<ExperimentReading> {
  const experiment = await findExperiment(projectId, name);
  if (experiment.state === "running" || experiment.state === "paused") {
    await refreshMetrics(projectId);
    await countRecentExposures(projectId, performance.now() + READERS_COUNT_MS);
  }
  const [scores, uncounted] = await Promise.all([listScores(projectId), readUncounted(projectId, name)]);
  return { experiment, analysis: await analyze(projectId, experiment, scores, now), uncounted };
}

async function analyze(
  projectId: string,
  experiment: Experiment,
  scores: readonly ScoreDefinition[],
  now: Date,
): Promise<ExperimentAnalysis | null> {
  const { primaryMetric, startedAt, endedAt } = experiment;
  if (!startedAt || !primaryMetric) return null;
  const secondary = secondaryMetrics(experiment, scores);
  const until = (endedAt ?? now).getTime();
  const days = Math.min(RECENT_DAYS, Math.max(1, (until - startedAt.getTime()) / DAY_MS));
  const summed = secondary.map(({ name, logarithmic }) => ({ metric: name, logarithmic }));
  const sums = await readArmSums(projectId, experiment, summed, new Date(until - days * DAY_MS));
  return analyzeExperiment({
    primary: metricScale(primaryMetric.metric, primaryMetric.better, scores),
    secondary,
    arms: experiment.arms.map((arm) => ({
      ...armSums(sums.find(({ variant }) => variant === arm.variant) ?? nobody(arm.variant), days),
      ...{ isControl: arm.isControl, weight: dealtWeight(arm) },
    })),
  });
}

type NamedSecondary = SecondaryMetric & { name: ExperimentMetric };

/** The guardrails, and beside them every built-in metric that is neither one nor the primary metric. */
function secondaryMetrics(
  { primaryMetric, guardrails }: Experiment,
  scores: readonly ScoreDefinition[],
): NamedSecondary[] {
  const chosen = new Set<ExperimentMetric>(guardrails.map(({ metric }) => metric));
  if (primaryMetric) chosen.add(primaryMetric.metric);
  return [
    ...guardrails.map(
      ({ metric, better, tolerance }): NamedSecondary => ({
        ...metricScale(metric, better, scores),
        ...{ name: metric, role: "guardrail", tolerance },
      }),
    ),
    ...builtInMetrics
      .filter((metric) => !chosen.has(metric))
      .map(
        (metric): NamedSecondary => ({
          ...metricScale(metric, usuallyBetter(metric), scores),
          ...{ name: metric, role: "explored", tolerance: 0 },
        }),
      ),
  ];
}

/** What users of the last days came to, by day: at today's traffic it goes on like that. */
const armSums = ({ recent, ...sums }: ArmUserSums, days: number): Omit<ArmSums, "isControl" | "weight"> => ({
  ...sums,
  daily: { ratings: recent.ratings / days, raters: recent.raters / days },
});

/** The sums of an arm that nobody has seen. */
const nobody = (variant: string): ArmUserSums => {
  const none = { n: 0, sum: 0, sumSquares: 0 };
  return {
    ...{ variant, exposed: 0, exposedSinceSplit: 0, switched: 0, answers: 0, responses: 0, responders: 0 },
    ...{ ratings: 0, early: none, later: none, recent: { raters: 0, ratings: 0 } },
    primary: { ...none, known: 0, before: 0, beforeSquares: 0, products: 0, sumOfKnown: 0 },
    secondary: {},
  };
};
