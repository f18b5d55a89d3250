import type { ComparisonRow } from "#components/dashboard/comparison-row.ts";
import { dimensionWords } from "#lib/domain/beyond.ts";
import { rate } from "#lib/domain/rate.ts";
import type { ComparedModel } from "#lib/loop/compare-models.ts";

/** The models as they stand side by side. */
export function modelRows(models: readonly ComparedModel[]): ComparisonRow[] {
  const against = models.find(({ isReference }) => isReference)?.positive ?? rate(0, 0);
  return models.map((row) => ({ ...row, key: row.modelName, name: dimensionWords(row.modelName), against }));
}
