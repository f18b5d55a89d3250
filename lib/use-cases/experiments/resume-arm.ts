import { type Experiment, resumeArm } from "#lib/act/experiments/index.ts";
import { forgetPrompts } from "#lib/act/prompts/index.ts";

/**
 * Switches a paused arm of an experiment on again, so that who reads the prompt next may be dealt it.
 * @throws Problem as {@link resumeArm} does.
 */
export async function resumeExperimentArm(...resumption: Parameters<typeof resumeArm>): Promise<Experiment> {
  const resumed = await resumeArm(...resumption);
  const [projectId] = resumption;
  forgetPrompts(projectId);
  return resumed;
}
