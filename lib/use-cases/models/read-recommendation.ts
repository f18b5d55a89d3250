import { findModel } from "#lib/act/models/index.ts";
import { PRODUCTION } from "#lib/act/prompts/index.ts";
import {
  chooseModel,
  type ExperimentStanding,
  type ModelChoice,
  type ModelEvidence,
} from "#lib/decide/recommendations/index.ts";
import { BEYOND } from "#lib/domain/beyond.ts";
import {
  isKnownFeature,
  lastDays,
  type MetricFilter,
  type ModelSummary,
  type ModelsByUser,
  modelSummaries,
  modelUsers,
} from "#lib/evaluate/metrics/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { readSettings } from "#lib/platform/projects/number-settings.ts";
import { experimentEvidence } from "./experiment-evidence.ts";

/** The days whose answers are compared if no experiment ran, and those that tell which model is in use without a label. */
const [DAYS, IN_USE_DAYS] = [28, 7];

/** Most models that are compared: those with the most answers. */
const MODELS_MAX = 8;

/** A feature with what is recommended about its model. */
export interface Recommendation {
  feature: string;
  /** The model with the production label; null without one. Then the one with most answers is the current one. */
  labeled: string | null;
  choice: ModelChoice;
  /** Metrics of all answers of the last days by model, most answers first. */
  summaries: ModelSummary[];
  /** The experiment that was compared; null if answers were. */
  standing: ExperimentStanding | null;
  /** The answers that were compared; null if an experiment was. */
  observed: Pick<ModelsByUser, "since" | "until" | "shortened"> | null;
}

/** Which feature, and for whom. */
export interface AskedFeature {
  projectId: string;
  feature: string;
  tz: string;
}

/**
 * Recommends a model for a feature: from an experiment between its models if there is one, otherwise from the answers of
 * the last 28 days.
 * @throws Problem 404 for a feature without answers and without a label.
 */
export async function readRecommendation(asked: AskedFeature, now: Date): Promise<Recommendation> {
  const { projectId, feature, tz } = asked;
  const ofDays = (days: number): MetricFilter & { feature: string } => ({
    ...{ projectId, feature, tz, ...lastDays(days, tz, now) },
  });
  const [labeled, rows, newest] = await Promise.all([
    findModel({ projectId, feature, label: PRODUCTION }),
    modelSummaries(ofDays(DAYS)),
    modelSummaries(ofDays(IN_USE_DAYS), { histograms: [] }),
  ]);
  const summaries = rows.filter(isNamed);
  if (labeled === null && summaries.length === 0) await requireKnown(asked);
  const current = labeled ?? newest.find(isNamed)?.modelName ?? summaries[0]?.modelName ?? null;
  const evidence = { current, least: (await readSettings(projectId)).cohort_minimum.cohort_minimum };
  const experiment = current === null ? null : await experimentEvidence(projectId, { feature, current }, now);
  if (experiment) {
    const { models, check, standing } = experiment;
    const choice = chooseModel({ ...evidence, models, traffic: { experiment: check } });
    return { feature, labeled, choice, summaries, standing, observed: null };
  }
  const found = await modelUsers(ofDays(DAYS), comparedModels(summaries, current));
  const choice = chooseModel({ ...evidence, models: found.models, traffic: trafficOf(found) });
  const { since, until, shortened } = found;
  return { feature, labeled, choice, summaries, standing: null, observed: { since, until, shortened } };
}

const isNamed = ({ modelName }: ModelSummary): boolean => modelName !== BEYOND && modelName !== "";

/** The models with the most answers, and the current one. */
function comparedModels(summaries: readonly ModelSummary[], current: string | null): string[] {
  const names = summaries.map(({ modelName }) => modelName);
  return [...new Set([...(current === null ? [] : [current]), ...names])].slice(0, MODELS_MAX);
}

const trafficOf = ({ strata, cells }: ModelsByUser): ModelEvidence["traffic"] => ({
  cells,
  strata: strata.map(({ model, stratum, positive, latency, cost }) => ({
    positive: { model, stratum, values: positive },
    latency: { model, stratum, values: latency },
    cost: { model, stratum, values: cost },
  })),
});

async function requireKnown({ projectId, feature }: AskedFeature): Promise<void> {
  if (await isKnownFeature(projectId, feature)) return;
  throw new Problem(
    "not_found",
    `There are no answers of a feature named “${feature}”. Log some with this feature_name first.`,
  );
}
