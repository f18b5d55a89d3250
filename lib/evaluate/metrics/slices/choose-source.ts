import {
  type CohortKind,
  cohortKinds,
  coreDimensions,
  type Dimension,
  dimensionNames,
  dimensions,
} from "#lib/domain/dimensions.ts";
import { margins, type SliceCube } from "../rollups/slice-columns.ts";
import type { MetricFilter } from "../schema.ts";

/** The source of a query: the slices of a cube, or, for a cohort among other dimensions, individual answers. */
type Source = { cube: SliceCube; cohort: CohortKind | null } | { cube: null; cohort: CohortKind };

/** The dimensions of a filter and a grouping. */
const askedOf = (filter: MetricFilter, by: readonly Dimension[]): Dimension[] =>
  dimensionNames.filter((dimension) => by.includes(dimension) || filter[dimension] !== undefined);

/**
 * The cube with the fewest slices that supports a filter and a grouping. Answers are aggregated by feature, model and
 * prompt, or by feature and one cohort; a combination of both is counted from individual answers.
 */
export function chooseSource(filter: MetricFilter, by: readonly Dimension[]): Source {
  const asked = askedOf(filter, by);
  const [cohort = null, another] = cohortKinds.filter((dimension) => asked.includes(dimension));
  const isMade = coreDimensions.some((dimension) => asked.includes(dimension));
  if (cohort && (another || isMade)) return { cube: null, cohort };
  const counted = cohort ?? "core";
  const columns = asked.map((dimension) => sliceColumn(dimension));
  const margin = Object.entries(margins).find(
    ([, own]) => own.of === counted && columns.every((column) => own.by.includes(column)),
  );
  return { cube: (margin?.[0] as SliceCube | undefined) ?? counted, cohort };
}

/** The column of slices that has a dimension: each cube of cohorts is of one kind. */
export const sliceColumn = (dimension: Dimension): string =>
  dimensions[dimension].group === "cohort" ? "cohort" : dimensions[dimension].column;

/** Whether a filter, optionally with a grouping, is counted from individual answers. */
export const countsSingly = (filter: MetricFilter, by: readonly Dimension[] = []): boolean =>
  chooseSource(filter, by).cube === null;
