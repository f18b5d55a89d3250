import { dealtWeight, runningExperiment } from "#lib/act/experiments/index.ts";
import {
  type ReadPrompt,
  readPrompt,
  type ServedExperiment,
  servedPrompt,
  servedPromptJson,
} from "#lib/act/prompts/index.ts";
import { assignVariant } from "#lib/domain/assignment.ts";
import { log } from "#lib/platform/log.ts";
import { Problem } from "#lib/platform/problem/index.ts";
import { type ServedBody, toBody } from "#lib/platform/served-bodies.ts";

/** Which version of a prompt a product asks for. */
export interface AskedPrompt {
  label?: string | undefined;
  version?: string | undefined;
}

type ServedJson = ReturnType<typeof servedPromptJson>;

/**
 * A prompt as a product reads it, ready to be sent, with the experiment that runs on its label. Made anew every three seconds
 * at most, and at once after a change in this process.
 * @throws Problem 404 where there is none.
 */
export const servePrompt = (projectId: string, template: string, asked: AskedPrompt): Promise<ServedBody> =>
  servedPrompt(projectId, [template, asked.label, asked.version], async () => {
    const prompt = await readPrompt(projectId, template, asked);
    return servedPromptJson(prompt, await servedExperiment(projectId, prompt));
  });

/**
 * The same for one user: with the variant that the experiment deals, and what that serves.
 * @param unit the user's id, or the session's.
 */
export async function serveAssigned(
  projectId: string,
  template: string,
  asked: AskedPrompt,
  unit: string,
): Promise<ServedBody> {
  const served = JSON.parse((await servePrompt(projectId, template, asked)).text) as ServedJson;
  const { experiment } = served;
  const variant = experiment ? assignVariant(experiment, unit) : null;
  const arm = experiment?.arms.find((each) => each.variant === variant);
  if (!experiment || !arm) return toBody({ ...served, assignment: null });
  const { variant: _, weight: __, ...content } = arm;
  const { text: ___, messages: ____, ...rest } = served;
  return toBody({
    ...rest,
    ...content,
    assignment: { experiment: experiment.experiment, variant: arm.variant },
  });
}

/** The experiment that splits the readers of the label that a prompt was read by, with what its arms serve. */
async function servedExperiment(projectId: string, prompt: ReadPrompt): Promise<ServedExperiment | null> {
  if (prompt.label === null) return null;
  const running = await runningExperiment(projectId, prompt.template, prompt.label);
  if (!running) return null;
  const { experiment, salt, traffic } = running;
  try {
    const arms = await Promise.all(
      running.arms.map(async (arm) => ({
        ...{ variant: arm.variant, weight: dealtWeight(arm) },
        prompt: await readPrompt(projectId, prompt.template, { version: arm.promptVersion ?? "" }),
        modelName: arm.modelName,
      })),
    );
    return { experiment, salt, traffic, arms };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // Everybody gets the label's version then, rather than nobody any.
    log().warn({ err: error, projectId, experiment }, "an experiment's arm cannot be served");
    return null;
  }
}
