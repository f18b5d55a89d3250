import { holm } from "../statistics/index.ts";
import { type CandidateComparison, compareCandidate, type Traffic } from "./compare-candidate.ts";
import { isRatedEnough, type JudgedCandidate, judgeCandidate, type ModelReason } from "./judge-candidate.ts";
import type { MixDimension } from "./mix.ts";
import type { ModelSums } from "./model-sums.ts";

/** What is known of the models of a feature. */
export interface ModelEvidence {
  /** The model in use; null if none is. */
  current: string | null;
  models: readonly ModelSums[];
  /** How users came to the models: assigned by an experiment, or in some other way. */
  traffic: Traffic | { experiment: ExperimentCheck };
  /** Values of dimensions with fewer ratings are not named. */
  least: number;
}

/** What an experiment between the models says about itself. */
export interface ExperimentCheck {
  experiment: string;
  /** The p-value of the sample ratio if it is a mismatch; null if it is fine. */
  mismatch: number | null;
  /** Guardrails that are certainly worse, by model. */
  harm: readonly { model: string; metric: string }[];
}

/** What to know about a recommendation. */
export type ModelWarning =
  | { code: "not_randomized" }
  | { code: "mix_differs"; model: string; dimensions: readonly MixDimension[] }
  | { code: "one_after_the_other"; model: string; distance: number }
  | { code: "not_compared"; metric: "cost" | "latency"; model: string };

/** A model with what was decided about it; the current one has no comparison. */
export type JudgedModel = { sums: ModelSums } & (
  | { comparison: null; judged: null }
  | { comparison: CandidateComparison; judged: JudgedCandidate }
);

/** What to do about the model of a feature. */
export interface ModelChoice {
  recommendation: "keep" | "switch" | "not_enough_data";
  /** The model to use; null without enough data. */
  model: string | null;
  current: string | null;
  /** The experiment that assigned users at random; null if none did. */
  experiment: string | null;
  reasons: ModelReason[];
  warnings: ModelWarning[];
  models: JudgedModel[];
}

/** A distance over days from which two models ran one after the other. */
const APART = 0.5;

/**
 * Recommends to keep the current model of a feature or to switch to another. It can be asked at any time: if models do not
 * differ, the probability of ever recommending a switch is at most 5 %, for all candidates together.
 */
export function chooseModel(evidence: ModelEvidence): ModelChoice {
  const { current, models, traffic } = evidence;
  const check = "experiment" in traffic ? traffic.experiment : null;
  const own = models.find(({ model }) => model === current);
  const candidates = models.filter((each) => each !== own);
  const base = { current, experiment: check?.experiment ?? null };
  if (!own || candidates.length === 0) {
    const reasons: ModelReason[] = [
      own || current === null
        ? { code: "one_model", model: current, experiment: base.experiment }
        : { code: "too_few_ratings", model: current, ratings: 0, users: 0 },
    ];
    const plain = models.map((sums) => ({ sums, comparison: null, judged: null }));
    return { ...base, recommendation: "not_enough_data", model: null, reasons, warnings: [], models: plain };
  }
  const judged = judgeAll(evidence, own, candidates, check);
  const all: JudgedModel[] = models.map(
    (sums) => judged.find((each) => each.sums === sums) ?? { sums, comparison: null, judged: null },
  );
  const decided = decide(own, judged, check);
  const about = judged.filter(({ sums }) =>
    decided.reasons.some((reason) => "model" in reason && reason.model === sums.model),
  );
  return { ...base, ...decided, warnings: warningsOf(check, about), models: all };
}

/** Of cost and latency, what is known of the current model but not of this one, so that it may be dearer or slower. */
export function notComparable({ current, models }: ModelChoice, candidate: string): ("cost" | "latency")[] {
  const own = models.find(({ sums }) => sums.model === current)?.sums;
  const compared = models.find(({ sums }) => sums.model === candidate)?.comparison;
  if (!own || !compared) return [];
  return (["cost", "latency"] as const).filter(
    (metric) => own[metric].n > 0 && compared.differences[metric].raw === null,
  );
}

type Judged = Extract<JudgedModel, { judged: JudgedCandidate }>;

function judgeAll(
  { traffic, least }: ModelEvidence,
  own: ModelSums,
  candidates: readonly ModelSums[],
  check: ExperimentCheck | null,
): Judged[] {
  const comparing = {
    current: own,
    traffic: "experiment" in traffic ? null : traffic,
    // Those with too few ratings cannot be chosen, and need no share of the error.
    candidates: Math.max(1, candidates.filter(isRatedEnough).length),
    least,
  };
  const comparisons = candidates.map((sums) => compareCandidate(sums, comparing));
  const rated = comparisons.filter(({ sums }) => isRatedEnough(sums));
  const [differs, worse] = (["differs", "worse"] as const).map((of) => holm(rated.map(({ p }) => p[of])));
  return comparisons.map((comparison) => {
    const at = rated.indexOf(comparison);
    return {
      sums: comparison.sums,
      comparison,
      judged: judgeCandidate({
        comparison,
        current: own,
        adjusted: { differs: differs?.[at] ?? 1, worse: worse?.[at] ?? 1 },
        harmedBy: (check?.harm ?? [])
          .filter(({ model }) => model === comparison.sums.model)
          .map(({ metric }) => metric),
        isRandomized: check !== null,
      }),
    };
  });
}

function decide(
  own: ModelSums,
  judged: readonly Judged[],
  check: ExperimentCheck | null,
): Pick<ModelChoice, "recommendation" | "model" | "reasons"> {
  const reasonsOf = (some: readonly Judged[]) => {
    const reasons = some.flatMap((each) => each.judged.reasons);
    // That the current model has too few ratings is said once.
    return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
  };
  const open = (reasons: ModelReason[]) => ({
    recommendation: "not_enough_data" as const,
    model: null,
    reasons,
  });
  if (check && check.mismatch !== null) return open([{ code: "sample_ratio_mismatch", p: check.mismatch }]);
  const [best] = judged.filter((each) => each.judged.outcome === "switch").sort(byGain);
  if (best) return { recommendation: "switch", model: best.sums.model, reasons: best.judged.reasons };
  const rated = judged.filter(({ sums }) => isRatedEnough(sums));
  if (rated.length === 0 || !isRatedEnough(own)) return open(reasonsOf(judged));
  if (rated.some((each) => each.judged.outcome === "unsure")) return open(reasonsOf(rated));
  return { recommendation: "keep", model: own.model, reasons: reasonsOf(rated) };
}

/** What is surely better goes before what saves, then the better rate. */
const byGain = (one: Judged, other: Judged): number =>
  Number(isBetter(other)) - Number(isBetter(one)) || gain(other) - gain(one);

const isBetter = ({ judged }: Judged): boolean => judged.reasons.some(({ code }) => code === "surely_better");

const gain = ({ comparison }: Judged): number => comparison.differences.positive.raw?.value ?? 0;

function warningsOf(check: ExperimentCheck | null, judged: readonly Judged[]): ModelWarning[] {
  return [
    ...(check ? [] : [{ code: "not_randomized" as const }]),
    ...judged.flatMap(({ comparison }) => [...mixWarnings(comparison), ...notCompared(comparison)]),
  ];
}

function mixWarnings({ mix, sums: { model } }: CandidateComparison): ModelWarning[] {
  const dimensions = mix.filter(({ differs }) => differs).map(({ dimension }) => dimension);
  const days = mix.find(({ dimension }) => dimension === "day");
  return [
    ...(dimensions.length > 0 ? [{ code: "mix_differs" as const, model, dimensions }] : []),
    ...(days?.differs && days.distance > APART
      ? [{ code: "one_after_the_other" as const, model, distance: days.distance }]
      : []),
  ];
}

const notCompared = ({ differences, sums: { model } }: CandidateComparison): ModelWarning[] =>
  (["cost", "latency"] as const).flatMap((metric) =>
    differences[metric].raw ? [] : [{ code: "not_compared" as const, metric, model }],
  );
