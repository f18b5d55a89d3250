import type { ScopeSuggestions } from "#components/dashboard/alerts/form/scope-fields.tsx";
import { type AlertMetric, builtInMetrics } from "#lib/domain/alert-metric.ts";
import { listFilterValues, watchableNames } from "#lib/evaluate/metrics/index.ts";

/** What the form of a rule offers: the metrics that a project has, and values of dimensions that it logged. */
export async function readRuleChoices(
  projectId: string,
): Promise<{ metrics: AlertMetric[]; suggestions: ScopeSuggestions }> {
  const [{ categories, checks }, { features, models, prompts, cohorts }] = await Promise.all([
    watchableNames(projectId),
    listFilterValues(projectId),
  ]);
  const distinct = (values: string[]) => [...new Set(values)].filter((value) => value !== "");
  return {
    metrics: [
      ...builtInMetrics,
      ...checks.map((name): AlertMetric => `check:${name}`),
      ...categories.map((name): AlertMetric => `category:${name}`),
    ],
    suggestions: {
      ...{ feature: features, model: models, ...cohorts },
      prompt_template: distinct(prompts.map(({ template }) => template)),
      prompt_version: distinct(prompts.map(({ version }) => version)),
    },
  };
}
