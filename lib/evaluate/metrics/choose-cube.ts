import { margins, type SliceCube } from "./rollups/slice-columns.ts";
import type { MetricFilter } from "./schema.ts";

/** What counts can be gathered by. */
export type Dimension = "feature" | "model" | "promptTemplate" | "promptVersion" | "variant" | "cohort";

/** The column of slices that holds a dimension. */
export const columnOf: Record<Dimension, string> = {
  feature: "feature_name",
  model: "model_name",
  promptTemplate: "prompt_template",
  promptVersion: "prompt_version",
  variant: "variant",
  cohort: "cohort",
};

/**
 * The cube with fewest slices that answers a filter and a grouping. A cohort is counted by feature, not by model and
 * prompt.
 */
export function cubeOf(filter: MetricFilter, dimensions: readonly Dimension[]): SliceCube {
  const counted = filter.cohort?.kind ?? "core";
  const asked = dimensionsOf
    .filter((dimension) => dimensions.includes(dimension) || filter[dimension] !== undefined)
    .map((dimension) => columnOf[dimension]);
  const margin = Object.entries<{ of: string; by: readonly string[] }>(margins).find(
    ([, { of, by }]) => of === counted && asked.every((column) => by.includes(column)),
  );
  return (margin?.[0] as keyof typeof margins | undefined) ?? counted;
}

const dimensionsOf = ["feature", "model", "promptTemplate", "promptVersion", "variant"] as const;
