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
  if (filter.cohort) return filter.cohort.kind;
  const asked = dimensionsOf.filter(
    (dimension) => dimensions.includes(dimension) || filter[dimension] !== undefined,
  );
  const margin = Object.entries<readonly string[]>(margins).find(([, by]) =>
    asked.every((dimension) => by.includes(columnOf[dimension])),
  );
  return (margin?.[0] as keyof typeof margins | undefined) ?? "core";
}

const dimensionsOf = ["feature", "model", "promptTemplate", "promptVersion", "variant"] as const;
