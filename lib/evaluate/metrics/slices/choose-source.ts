import { margins, type SliceCube } from "../rollups/slice-columns.ts";
import type { CohortKind, MetricFilter } from "../schema.ts";

/** What counts can be gathered by. */
export type Dimension = "feature" | "model" | "promptTemplate" | "promptVersion" | "variant" | CohortKind;

/** The column of single answers that has a dimension. */
export const dimensionColumns: Record<Dimension, string> = {
  feature: "feature_name",
  model: "model_name",
  promptTemplate: "prompt_template",
  promptVersion: "prompt_version",
  variant: "variant",
  tenant: "tenant",
  language: "language",
  segment: "segment",
};

const cohortDimensions = ["tenant", "language", "segment"] as const satisfies readonly Dimension[];

const makerDimensions = [
  "model",
  "promptTemplate",
  "promptVersion",
  "variant",
] as const satisfies readonly Dimension[];

/** What a question is answered from: the slices of a cube, or the answers themselves. */
type Source = { cube: SliceCube; cohort: CohortKind | null } | { cube: null };

/** The dimensions that a filter and a grouping ask for. */
const askedOf = (filter: MetricFilter, by: readonly Dimension[]): Dimension[] =>
  (Object.keys(dimensionColumns) as Dimension[]).filter(
    (dimension) => by.includes(dimension) || filter[dimension] !== undefined,
  );

/**
 * The cube with fewest slices that answers a filter and a grouping. Answers are added up by feature, model and prompt, or by
 * feature and one cohort; what asks for both is counted from the answers themselves.
 */
export function chooseSource(filter: MetricFilter, by: readonly Dimension[]): Source {
  const asked = askedOf(filter, by);
  const [cohort = null, another] = cohortDimensions.filter((dimension) => asked.includes(dimension));
  const isMade = makerDimensions.some((dimension) => asked.includes(dimension));
  if (another || (cohort && isMade)) return { cube: null };
  const counted = cohort ?? "core";
  const columns = asked.map((dimension) => sliceColumn(dimension));
  const margin = Object.entries<{ of: string; by: readonly string[] }>(margins).find(
    ([, own]) => own.of === counted && columns.every((column) => own.by.includes(column)),
  );
  return { cube: (margin?.[0] as keyof typeof margins | undefined) ?? counted, cohort };
}

/** The column of slices that has a dimension: each cube of cohorts is of one kind. */
export const sliceColumn = (dimension: Dimension): string =>
  (cohortDimensions as readonly Dimension[]).includes(dimension) ? "cohort" : dimensionColumns[dimension];

/** Whether a filter by itself, or with a grouping, is counted from single answers. */
export const countsSingly = (filter: MetricFilter, by: readonly Dimension[] = []): boolean =>
  chooseSource(filter, by).cube === null;
