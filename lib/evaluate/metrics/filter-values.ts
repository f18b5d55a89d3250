import type { CohortKind } from "#lib/domain/dimensions.ts";
import { refreshMetrics } from "./refresh.ts";

import { readCohorts, readDimensions } from "./slices/filter-values-store.ts";
import { readLastAt } from "./slices/history-store.ts";

/** What the menus of a filter offer, each in alphabetical order; cohorts with most answers first. */
export interface FilterValues {
  features: string[];
  models: string[];
  /** Versions with the template they are of; "" stands for none. */
  prompts: { template: string; version: string }[];
  cohorts: Record<CohortKind, string[]>;
}

/** Most values of a kind of cohort that a menu offers. */
const MENU_MAX = 200;

/** Most combinations of feature, model and prompt that menus are made of. */
const TOGETHER_MAX = 1_000;

/** How long before a project's newest answer cohorts are looked for, in milliseconds: there may be many of them a day. */
const COHORT_REACH = 90 * 86_400_000;

/** What a project's answers have been of, over all time; cohorts those of the 90 days before its newest answer. */
export async function listFilterValues(projectId: string): Promise<FilterValues> {
  await refreshMetrics(projectId);
  const lastAt = await readLastAt(projectId);
  const since = new Date((lastAt?.getTime() ?? 0) - COHORT_REACH);
  const [seen, cohorts] = await Promise.all([
    readDimensions(projectId, TOGETHER_MAX),
    readCohorts(projectId, since, MENU_MAX),
  ]);
  const distinct = (values: string[]) => [...new Set(values)].filter((value) => value !== "").sort();
  const cohortsOf = (kind: CohortKind) =>
    cohorts.flatMap((cohort) => (cohort.kind === kind ? [cohort.value] : []));
  return {
    features: distinct(seen.map(({ featureName }) => featureName)),
    models: distinct(seen.map(({ modelName }) => modelName)),
    prompts: promptsOf(seen),
    cohorts: { tenant: cohortsOf("tenant"), language: cohortsOf("language"), segment: cohortsOf("segment") },
  };
}

/** Each pair once, by template and then by version. */
function promptsOf(
  seen: readonly { promptTemplate: string; promptVersion: string }[],
): FilterValues["prompts"] {
  const pairs = new Map(
    seen.map(({ promptTemplate: template, promptVersion: version }) => [
      JSON.stringify([template, version]),
      { template, version },
    ]),
  );
  return [...pairs]
    .filter(([, { template, version }]) => template !== "" || version !== "")
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, pair]) => pair);
}
