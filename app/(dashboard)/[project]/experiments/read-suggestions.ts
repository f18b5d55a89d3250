import type { ExperimentSuggestions } from "#components/dashboard/experiments/form/experiment-form.tsx";
import { metricChoices } from "#components/dashboard/experiments/form/metric-choices.ts";
import type { ScoreDefinition } from "#lib/domain/score.ts";
import { listFilterValues } from "#lib/evaluate/metrics/index.ts";

/** What the form of an experiment suggests: what the project has logged. */
export async function readSuggestions(
  projectId: string,
  scores: readonly ScoreDefinition[],
): Promise<ExperimentSuggestions> {
  const { features, models, prompts } = await listFilterValues(projectId);
  const distinct = (values: string[]) => [...new Set(values)].filter((value) => value !== "");
  return {
    ...{ features, models },
    templates: distinct(prompts.map(({ template }) => template)),
    versions: distinct(prompts.map(({ version }) => version)),
    primary: metricChoices(scores, "primary"),
    guardrails: metricChoices(scores, "guardrail"),
  };
}
