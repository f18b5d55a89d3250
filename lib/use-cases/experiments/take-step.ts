import {
  type Experiment,
  type ExperimentStep,
  findExperiment,
  stepExperiment,
} from "#lib/act/experiments/index.ts";
import { forgetModels, moveModelLabelWithin } from "#lib/act/models/index.ts";
import { forgetPrompts, moveLabelWithin, readVersions } from "#lib/act/prompts/index.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { readExperiment } from "./read-experiment.ts";
import { resultsJson } from "./results-json.ts";

/** Who takes a step, and why. */
interface StepTaker {
  by: string;
  reason: string;
  /** The variant that is promoted. */
  winner?: string;
  /** Whether a promotion may move a protected label: owners and admins may, keys may not. */
  mayMoveProtected?: boolean;
}

/** The label of a feature's model that a promotion moves: an experiment between models names no label. */
const MODEL_LABEL = "production";

/**
 * Takes a step of an experiment. What it said when it was decided is kept with the decision for good; promoting moves the
 * label whose readers were split to the winner's version, and, for an experiment between models, the production label of
 * the feature to the winner's model, in the same transaction.
 * @throws Problem as the step itself does; 422 where an arm's version is not managed here.
 */
export async function takeExperimentStep(
  projectId: string,
  name: string,
  step: ExperimentStep,
  taker: StepTaker,
  now: Date,
): Promise<Experiment> {
  const experiment = await findExperiment(projectId, name);
  if (step === "start") await requireManaged(projectId, experiment);
  const isDecision = experiment.startedAt !== null && (step === "promote" || step === "stop");
  const decision = isDecision ? { decision: resultsJson(await readExperiment(projectId, name, now)) } : {};
  const { mayMoveProtected: _, ...stepping } = taker;
  const stepped = await stepExperiment(projectId, name, step, {
    ...{ ...stepping, ...decision },
    within: async (tx, before) => {
      if (step !== "promote") return;
      const move = labelMove(before, taker);
      if (move) await moveLabelWithin(tx, { projectId, ...move.key }, move.place, move.mover);
      const model = modelMove(before, taker);
      if (model) await moveModelLabelWithin(tx, { projectId, ...model.key }, model.place);
    },
  });
  // Who reads the prompt or the model next is dealt anew.
  forgetPrompts(projectId);
  forgetModels(projectId);
  return stepped;
}

/** Where a promotion moves the label whose readers were split; null where there is none. */
function labelMove(
  { experiment, promptTemplate, label, arms }: Experiment,
  { by, reason, winner, mayMoveProtected = false }: StepTaker,
) {
  const version = arms.find(({ variant }) => variant === winner)?.promptVersion ?? null;
  if (promptTemplate === null || label === null || version === null) return null;
  return {
    key: { template: promptTemplate, label },
    place: { version, reason: promoted(experiment, reason) },
    mover: { name: by, mayMoveProtected },
  };
}

/** Which model a promotion makes that of the experiment's feature; null where it is not between models of a feature. */
function modelMove({ experiment, kind, featureName, arms }: Experiment, { by, reason, winner }: StepTaker) {
  const model = arms.find(({ variant }) => variant === winner)?.modelName ?? null;
  if (kind !== "model" || featureName === null || model === null) return null;
  return {
    key: { feature: featureName, label: MODEL_LABEL },
    place: { model, reason: promoted(experiment, reason), by },
  };
}

const promoted = (experiment: string, reason: string): string =>
  `Experiment “${experiment}” was promoted: ${reason}`;

/** An arm serves a version whose text is here: it could be neither served nor promoted otherwise. */
async function requireManaged(projectId: string, { promptTemplate, label, arms }: Experiment): Promise<void> {
  if (promptTemplate === null || label === null) return;
  const wanted = arms.flatMap(({ promptVersion }) => promptVersion ?? []);
  const managed = new Set(
    (await readVersions(projectId, promptTemplate, wanted)).map(({ version }) => version),
  );
  const errors = arms.flatMap(({ promptVersion }, index) =>
    promptVersion === null || managed.has(promptVersion)
      ? []
      : [
          {
            path: `arms.${index}.prompt_version`,
            message: `must be a version of “${promptTemplate}” that is managed here, not “${promptVersion}”`,
          },
        ],
  );
  if (errors.length === 0) return;
  const detail = errors.map(({ path, message }) => `${path}: ${message}`).join("; ");
  throw new Problem("experiment_incomplete", detail, { errors });
}
