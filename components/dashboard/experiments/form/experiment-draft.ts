import type { Experiment } from "#lib/act/experiments/index.ts";
import type { Better, ExperimentKind } from "#lib/domain/experiment.ts";
import { metricUnit } from "../metric-words.ts";

/** An arm as it is entered. */
export interface ArmDraft {
  /** Tells it apart from others while its name changes. */
  key: string;
  variant: string;
  /** Its share in percent. */
  percent: string;
  promptVersion: string;
  modelName: string;
}

/** A guardrail as it is entered. */
export interface GuardrailDraft {
  key: string;
  metric: string;
  /** In points or percent, of other numbers as they are. */
  tolerance: string;
}

/** An experiment as it is entered. */
export interface ExperimentDraft {
  name: string;
  hypothesis: string;
  kind: ExperimentKind;
  featureName: string;
  promptTemplate: string;
  label: string;
  /** Every arm; the first is the control. */
  arms: ArmDraft[];
  /** In percent. */
  traffic: string;
  metric: string;
  guardrails: GuardrailDraft[];
  /** The better end of metrics for which it is not the usual one, or for which somebody said so. */
  better: Record<string, Better>;
  pauseOnHarm: boolean;
}

/** Of an experiment that nobody has written anything about. */
export const emptyDraft: ExperimentDraft = {
  kind: "prompt",
  ...{ name: "", hypothesis: "", featureName: "", promptTemplate: "", label: "production" },
  arms: [
    { key: "1", variant: "control", percent: "50", promptVersion: "", modelName: "" },
    { key: "2", variant: "candidate", percent: "50", promptVersion: "", modelName: "" },
  ],
  ...{ traffic: "100", metric: "positive_rate", guardrails: [], better: {}, pauseOnHarm: false },
};

/** How many of a metric's own units are one: points and percent are hundredths. */
export const unitScale = (metric: string): number => (metricUnit(metric) === "number" ? 1 : 100);

/** A share of a text in percent; the text itself where it is no number, so that the server names the field. */
export function toShare(text: string, scale = 100): number | string {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isFinite(number) ? Number((number / scale).toFixed(8)) : text;
}

const toText = (share: number, scale = 100): string => String(Number((share * scale).toFixed(6)));

/** A share as a text in percent. */
export const toPercent = (share: number): string => toText(share);

/** The body that changes who gets what, and nothing else: the arms stay as they are, with other weights. */
export const splitBody = (
  arms: Experiment["arms"],
  { traffic, percents }: { traffic: string; percents: readonly string[] },
  reason: string,
) => ({
  traffic: toShare(traffic),
  arms: arms.map(({ variant, isControl, promptVersion, modelName }, index) => ({
    ...{ variant, weight: toShare(percents[index] ?? ""), is_control: isControl },
    ...{ prompt_version: promptVersion, model_name: modelName },
  })),
  ...(reason.trim() === "" ? {} : { reason }),
});

const orNull = (text: string): string | null => text.trim() || null;

/** The body that creates or changes an experiment. */
export function experimentBody(draft: ExperimentDraft) {
  const chosen = (metric: string) => {
    const better = draft.better[metric];
    return { metric, ...(better ? { better } : {}) };
  };
  return {
    hypothesis: draft.hypothesis,
    kind: draft.kind,
    feature_name: orNull(draft.featureName),
    prompt_template: orNull(draft.promptTemplate),
    label: orNull(draft.label),
    traffic: toShare(draft.traffic),
    primary_metric: draft.metric === "" ? null : chosen(draft.metric),
    guardrails: draft.guardrails.map(({ metric, tolerance }) => ({
      ...chosen(metric),
      tolerance: toShare(tolerance, unitScale(metric)),
    })),
    pause_on_harm: draft.pauseOnHarm,
    arms: draft.arms.map(({ variant, percent, promptVersion, modelName }, index) => ({
      variant: variant.trim(),
      weight: toShare(percent),
      is_control: index === 0,
      prompt_version: orNull(promptVersion),
      model_name: orNull(modelName),
    })),
  };
}

/** What is entered about an experiment that is there already. */
export function draftOf(experiment: Experiment): ExperimentDraft {
  const { arms, kind, primaryMetric, guardrails } = experiment;
  const metrics = [...(primaryMetric ? [primaryMetric] : []), ...guardrails];
  return {
    name: experiment.experiment,
    hypothesis: experiment.hypothesis,
    kind,
    featureName: experiment.featureName ?? "",
    promptTemplate: experiment.promptTemplate ?? "",
    label: experiment.label ?? "",
    arms: arms
      .toSorted((one, other) => Number(other.isControl) - Number(one.isControl))
      .map(({ variant, weight, promptVersion, modelName }, index) => ({
        ...{ key: String(index + 1), variant, percent: toText(weight) },
        ...{ promptVersion: promptVersion ?? "", modelName: modelName ?? "" },
      })),
    traffic: toText(experiment.traffic),
    metric: primaryMetric?.metric ?? "",
    guardrails: guardrails.map(({ metric, tolerance }, index) => ({
      ...{ key: String(index + 1), metric, tolerance: toText(tolerance, unitScale(metric)) },
    })),
    better: Object.fromEntries(metrics.map(({ metric, better }) => [metric, better])),
    pauseOnHarm: experiment.pauseOnHarm,
  };
}

/** The draft of another kind, without what only the old kind has: it would be sent, and nobody would see it. */
export function withKind(draft: ExperimentDraft, kind: ExperimentKind): ExperimentDraft {
  const isPrompt = kind === "prompt";
  return {
    ...draft,
    kind,
    promptTemplate: isPrompt ? draft.promptTemplate : "",
    label: isPrompt ? draft.label || emptyDraft.label : "",
    arms: draft.arms.map((arm) => ({
      ...arm,
      promptVersion: isPrompt ? arm.promptVersion : "",
      modelName: kind === "model" ? arm.modelName : "",
    })),
  };
}

/** The same number of percent for each arm; what does not divide goes to the control. */
export function splitEvenly(arms: readonly ArmDraft[]): ArmDraft[] {
  const each = Math.floor(1000 / arms.length) / 10;
  const first = Number((100 - each * (arms.length - 1)).toFixed(1));
  return arms.map((arm, index) => ({ ...arm, percent: String(index === 0 ? first : each) }));
}

/** A key that none of these has. */
export const nextKey = (items: readonly { key: string }[]): string =>
  String(Math.max(0, ...items.map(({ key }) => Number(key))) + 1);
