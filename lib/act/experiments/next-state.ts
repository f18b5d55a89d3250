import type { ExperimentState } from "#lib/domain/experiment.ts";

/** A step from one state to the next. */
export type ExperimentStep = "start" | "pause" | "resume" | "promote" | "stop";

const steps: Record<ExperimentStep, { from: readonly ExperimentState[]; to: ExperimentState }> = {
  start: { from: ["draft"], to: "running" },
  pause: { from: ["running"], to: "paused" },
  resume: { from: ["paused"], to: "running" },
  promote: { from: ["running", "paused"], to: "promoted" },
  stop: { from: ["draft", "running", "paused"], to: "stopped" },
};

/** The state that a step leads to; null where it cannot be taken. */
export const nextState = (state: ExperimentState, step: ExperimentStep): ExperimentState | null =>
  steps[step].from.includes(state) ? steps[step].to : null;
