import { againstReference, type Compared } from "../decide/comparisons/index.ts";
import {
  type MetricFilter,
  type ModelSummary,
  modelSummaries,
  type Spreads,
} from "../evaluate/metrics/index.ts";

/** A model compared with the reference. */
export type ComparedModel = Compared<ModelSummary>;

/**
 * The window's models, most answers first, each compared with `against` or, if that is missing or has no answers, with
 * the model with the most thumbs.
 */
export async function compareModels(
  filter: MetricFilter,
  against?: string,
  spreads: Spreads = {},
): Promise<ComparedModel[]> {
  const rows = await modelSummaries(filter, spreads);
  return againstReference(rows, ({ modelName }) => modelName === against);
}
