import { refreshMetrics } from "#lib/evaluate/metrics/index.ts";
import { testProject } from "#tests/fixtures/project.ts";
import { countExposures, createExperiment, newExperimentSchema, stepExperiment } from "../index.ts";

/** The name of the experiment. */
export const EXPERIMENT = "shorter";
const step = { by: "Ada", reason: "Reviewed" };

/** A project with a running experiment between a and b, judged by thumbs. */
export async function running(more: object = {}) {
  const { projectId } = await testProject();
  const sent = newExperimentSchema.parse({
    ...{
      experiment: EXPERIMENT,
      hypothesis: "Shorter is better",
      primary_metric: { metric: "positive_rate" },
    },
    guardrails: [{ metric: "signal:copy" }, { metric: "score:effort" }, { metric: "latency" }],
    arms: [
      { variant: "a", weight: 0.5 },
      { variant: "b", weight: 0.5 },
    ],
    ...more,
  });
  await createExperiment(projectId, sent, "Ada");
  const start = async () => {
    const { startedAt } = await stepExperiment(projectId, EXPERIMENT, "start", step);
    return { projectId, experiment: EXPERIMENT, startedAt: startedAt ?? new Date(0), variants: ["a", "b"] };
  };
  return { projectId, start };
}

/** Counts what was written until now. */
export const count = async (projectId: string) => {
  await refreshMetrics(projectId);
  await countExposures(projectId);
};
