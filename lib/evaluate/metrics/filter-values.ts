import { byCohort, type CohortKind } from "#lib/domain/dimensions.ts";
import { refreshMetrics } from "./refresh.ts";
import { readCohorts, readDimensions } from "./slices/filter-values-store.ts";
import { readLastAt } from "./slices/history-store.ts";

/** The options of the filter menus in alphabetical order; cohorts by most answers. */
export interface FilterValues {
  features: string[];
  models: string[];
  /** Versions with their template; "" means none. */
  prompts: { template: string; version: string }[];
  cohorts: Record<CohortKind, string[]>;
}

/** Maximum options of a cohort menu. */
const MENU_MAX = 200;

/** Maximum combinations of feature, model and prompt for the menus. */
const TOGETHER_MAX = 1_000;

/** How far before a project's newest answer to look for cohorts, in milliseconds: there may be many per day. */
const COHORT_REACH = 90 * 86_400_000;

/** The dimension values of a project's answers over all time; cohorts over the 90 days before the newest answer. */
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
    cohorts: byCohort(cohortsOf),
  };
}

/** Unique pairs, sorted by template and version. */
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
