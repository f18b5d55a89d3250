import {
  type Experiment,
  type ExperimentStep,
  findExperiment,
  stepExperiment,
} from "#lib/act/experiments/index.ts";
import { readExperiment } from "./read-experiment.ts";
import { resultsJson } from "./results-json.ts";

/** Who takes a step, and why. */
interface StepTaker {
  by: string;
  reason: string;
  /** The variant that is promoted. */
  winner?: string;
}

/**
 * Takes a step of an experiment. What it said when it was decided is kept with the decision for good.
 * @throws Problem as the step itself does.
 */
export async function takeExperimentStep(
  projectId: string,
  name: string,
  step: ExperimentStep,
  taker: StepTaker,
  now: Date,
): Promise<Experiment> {
  const { startedAt } = await findExperiment(projectId, name);
  const isDecision = step === "promote" || step === "stop";
  if (!isDecision || !startedAt) return stepExperiment(projectId, name, step, taker);
  const decision = resultsJson(await readExperiment(projectId, name, now));
  return stepExperiment(projectId, name, step, { ...taker, decision });
}
