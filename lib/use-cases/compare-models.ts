import { againstReference, type Compared } from "../decide/comparisons/index.ts";
import {
  type MetricFilter,
  type ModelSummary,
  modelSummaries,
  type Spreads,
} from "../evaluate/metrics/index.ts";

/** A model beside the one that it is compared with. */
export type ComparedModel = Compared<ModelSummary>;

/**
 * The window's models side by side, the one with most answers first, each compared with `against` or, where that has no
 * answers or nothing is said, with the one that has most thumbs.
 */
export async function compareModels(
  filter: MetricFilter,
  against?: string,
  spreads: Spreads = {},
): Promise<ComparedModel[]> {
  const rows = await modelSummaries(filter, spreads);
  return againstReference(rows, ({ modelName }) => modelName === against);
}
