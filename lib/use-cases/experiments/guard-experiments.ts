import { listExperiments, pauseArm } from "#lib/act/experiments/index.ts";
import { now } from "#lib/platform/clock.ts";
import { readExperiment } from "./read-experiment.ts";

/** Who pauses arms, in the record. */
const GUARD = "Whetstone";

/**
 * Pauses arms in which a guardrail is surely worse than in the control, where the owner switched that on. The analysis may
 * be read as often as one likes, so looking every minute finds no harm that is none.
 */
export async function guardExperiments(projectId: string): Promise<void> {
  const running = await listExperiments(projectId, { state: "running" });
  for (const { experiment } of running.filter(({ pauseOnHarm }) => pauseOnHarm)) {
    const { analysis } = await readExperiment(projectId, experiment, now());
    for (const [variant, harms] of Map.groupBy(analysis?.harm ?? [], (harm) => harm.variant)) {
      const metrics = harms.map(({ metric }) => metric).join(", ");
      const reason = `Surely worse than the control: ${metrics}`;
      await pauseArm(projectId, experiment, variant, { by: GUARD, reason });
    }
  }
}
