import { formatCountOf } from "#components/format/numbers.ts";
import type { BadgeTone } from "#components/ui/badge.tsx";
import type { Experiment, ExperimentStep } from "#lib/act/experiments/index.ts";
import type { ExperimentKind, ExperimentState } from "#lib/domain/experiment.ts";

/** How the state of an experiment is shown. */
export const stateLabel: Record<ExperimentState, { words: string; tone: BadgeTone }> = {
  draft: { words: "Draft", tone: "neutral" },
  running: { words: "Running", tone: "accent" },
  paused: { words: "Paused", tone: "warn" },
  promoted: { words: "Promoted", tone: "good" },
  stopped: { words: "Stopped", tone: "neutral" },
};

/** What the arms of an experiment differ in. */
export const kindLabel: Record<ExperimentKind, string> = {
  prompt: "Prompt version",
  model: "Model",
  custom: "Your own variants",
};

/** The steps that can be taken in each state, the most usual first. */
export const stepsFrom: Record<ExperimentState, readonly ExperimentStep[]> = {
  draft: ["start", "stop"],
  running: ["promote", "pause", "stop"],
  paused: ["resume", "promote", "stop"],
  promoted: [],
  stopped: [],
};

/** A step as its button and its dialog put it. */
export interface StepWords {
  button: string;
  title: (experiment: string) => string;
  /** What follows from it. */
  effect: string;
}

/** How each step is put. */
export const stepWords: Record<ExperimentStep, StepWords> = {
  start: {
    button: "Start",
    title: (experiment) => `Start “${experiment}”?`,
    effect:
      "Users are assigned to the arms from now on. The hypothesis and the metrics can no longer be changed.",
  },
  pause: {
    button: "Pause",
    title: (experiment) => `Pause “${experiment}”?`,
    effect: "No users are assigned until you resume it. Answers that are still logged count.",
  },
  resume: {
    button: "Resume",
    title: (experiment) => `Resume “${experiment}”?`,
    effect: "Users are assigned to the arms again, each to the same one as before.",
  },
  promote: {
    button: "Promote",
    title: (experiment) => `Decide “${experiment}” for one arm?`,
    effect:
      "The decision is final, and is kept with the current results. If the experiment splits a prompt's label, the label moves to this arm's version; if it compares models of a feature, the feature's production label moves to this arm's model.",
  },
  stop: {
    button: "Stop",
    title: (experiment) => `Stop “${experiment}”?`,
    effect: "The experiment ends without promoting an arm. Its results are kept. This cannot be undone.",
  },
};

const DAY_MS = 86_400_000;

/** How long users have been in an experiment: "Started 12 days ago", "Ran for 1 day". */
export function durationWords(
  { startedAt, endedAt }: Pick<Experiment, "startedAt" | "endedAt">,
  now: Date,
): string {
  if (!startedAt) return "Not started";
  const days = Math.floor(((endedAt ?? now).getTime() - startedAt.getTime()) / DAY_MS);
  if (endedAt) return `Ran for ${days === 0 ? "less than a day" : formatCountOf(days, "day")}`;
  return days === 0 ? "Started today" : `Started ${formatCountOf(days, "day")} ago`;
}

/** A share of users, without needless places: "50%", "33.3%". */
export const formatShare = (share: number): string => `${Number((share * 100).toFixed(1))}%`;

/** A split in words, in the order of the arms: "a 50%, b 50% of 20% of users". */
export function splitWords({ traffic, weights }: Split, variants: readonly string[]): string {
  const arms = variants.map((variant) => `${variant} ${formatShare(weights[variant] ?? 0)}`);
  return `${arms.join(", ")} of ${traffic === 1 ? "all" : `${formatShare(traffic)} of`} users`;
}

/** Which share of users is in an experiment, and how they are split. */
interface Split {
  traffic: number;
  weights: Record<string, number>;
}
