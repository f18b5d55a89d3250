import {
  type ArmUserSums,
  listModelExperiments,
  type ModelExperiment,
  readArmSums,
} from "#lib/act/experiments/index.ts";
import type { ExperimentCheck, ExperimentStanding, ModelSums } from "#lib/decide/recommendations/index.ts";
import { readExperiment } from "../experiments/read-experiment.ts";

/** How long the result of a decided experiment is used, in milliseconds: 90 days. Later, too much else has changed. */
const USED_MS = 90 * 86_400_000;

/** What an experiment between models says of a feature's models. */
interface ExperimentEvidence {
  models: ModelSums[];
  check: ExperimentCheck;
  standing: ExperimentStanding;
}

/**
 * The newest experiment that assigned users to the model in use and others, with what its users said; null if there is
 * none. Whatever its primary metric is, models are compared by the same rules.
 */
export async function experimentEvidence(
  projectId: string,
  { feature, current }: { feature: string; current: string },
  now: Date,
): Promise<ExperimentEvidence | null> {
  const experiments = await listModelExperiments(projectId, feature, new Date(now.getTime() - USED_MS));
  const found = experiments.find((experiment) => isBetweenModels(experiment, current));
  if (!found) return null;
  const { experiment, analysis } = await readExperiment(projectId, found.experiment, now);
  const primary = { metric: "positive_rate", better: "higher" } as const;
  const sums = await readArmSums(projectId, { ...experiment, primaryMetric: primary }, summed, now);
  const modelOf = (variant: string) =>
    experiment.arms.find((arm) => arm.variant === variant)?.modelName ?? variant;
  const ratio = analysis?.sampleRatio;
  return {
    models: sums
      .map((arm) => toModel(modelOf(arm.variant), arm))
      .sort((one, other) => other.answers - one.answers),
    check: {
      experiment: experiment.experiment,
      mismatch: ratio?.mismatch ? ratio.p : null,
      harm: (analysis?.harm ?? []).map(({ variant, metric }) => ({ model: modelOf(variant), metric })),
    },
    standing: {
      state: experiment.state,
      winner: experiment.winner === null ? null : modelOf(experiment.winner),
    },
  };
}

/** Whether an experiment compared nothing but models, the one in use among them. */
function isBetweenModels({ promptTemplate, arms }: ModelExperiment, current: string): boolean {
  const models = arms.map(({ modelName }) => modelName);
  return (
    models.includes(current) &&
    !models.includes(null) &&
    new Set(models).size === models.length &&
    // Arms with other texts as well differ in more than the model.
    (promptTemplate === null || new Set(arms.map(({ promptVersion }) => promptVersion)).size === 1)
  );
}

const summed = [
  { metric: "correction_rate", logarithmic: false },
  { metric: "kept_share", logarithmic: false },
  { metric: "latency", logarithmic: true },
  { metric: "cost", logarithmic: true },
] as const;

const NONE = { n: 0, sum: 0, sumSquares: 0 };

function toModel(model: string, arm: ArmUserSums): ModelSums {
  const { answers, exposed, responders, ratings, primary, secondary } = arm;
  return {
    ...{ model, answers, users: exposed, responders, ratings },
    positive: { n: primary.n, sum: primary.sum, sumSquares: primary.sumSquares },
    corrections: secondary.correction_rate ?? NONE,
    kept: secondary.kept_share ?? NONE,
    latency: secondary.latency ?? NONE,
    cost: secondary.cost ?? NONE,
  };
}
