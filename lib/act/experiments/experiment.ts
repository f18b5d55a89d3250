import type { Better, ExperimentKind, ExperimentMetric, ExperimentState } from "#lib/domain/experiment.ts";

/** One variant of an experiment. */
export interface ExperimentArm {
  variant: string;
  /** Its share of the users in the experiment. */
  weight: number;
  isControl: boolean;
  /** What it serves: a version of the experiment's prompt, a model, both, or nothing that we know of. */
  promptVersion: string | null;
  modelName: string | null;
  /** When it was paused; nobody is dealt it any more. */
  pausedAt: Date | null;
}

/** A metric that was chosen for an experiment. */
export interface ChosenMetric {
  metric: ExperimentMetric;
  better: Better;
}

/** A metric that must not get worse. */
export interface Guardrail extends ChosenMetric {
  /** By how much it may: relative for latency and cost, else on the metric's own scale. */
  tolerance: number;
}

/** What is chosen about an experiment before it starts. */
export interface ExperimentSettings {
  hypothesis: string;
  kind: ExperimentKind;
  featureName: string | null;
  /** The prompt and the label whose readers are split. */
  promptTemplate: string | null;
  label: string | null;
  /** The share of users who are in the experiment. */
  traffic: number;
  primaryMetric: ChosenMetric | null;
  guardrails: readonly Guardrail[];
  pauseOnHarm: boolean;
  /** In the order in which they were given. */
  arms: readonly ExperimentArm[];
}

/** An experiment as it stands. */
export interface Experiment extends ExperimentSettings {
  experiment: string;
  salt: string;
  state: ExperimentState;
  winner: string | null;
  /** What the decision was based on, as it was shown then; null until it is decided. */
  decision: unknown;
  createdBy: string;
  createdAt: Date;
  startedAt: Date | null;
  splitAt: Date | null;
  endedAt: Date | null;
}

/** The split of an experiment from some time on. */
export interface Split {
  traffic: number;
  weights: Record<string, number>;
}

/** A step of an experiment, or a change of its split. */
export interface ExperimentTransition {
  from: ExperimentState | null;
  to: ExperimentState;
  split: Split;
  by: string;
  reason: string;
  at: Date;
}

/** The share that an arm is dealt with: none while it is paused. */
export const dealtWeight = ({ weight, pausedAt }: Pick<ExperimentArm, "weight" | "pausedAt">): number =>
  pausedAt ? 0 : weight;

/** The split of an experiment as it is dealt. */
export const splitOf = ({ traffic, arms }: Pick<ExperimentSettings, "traffic" | "arms">): Split => ({
  traffic,
  weights: Object.fromEntries(arms.map((arm) => [arm.variant, dealtWeight(arm)])),
});
