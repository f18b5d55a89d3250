import { capitalize } from "#components/format/capitalize.ts";
import { formatLanguage } from "#components/format/language.ts";
import { byCohort, dimensions } from "#lib/domain/dimensions.ts";
import type { TrendSplit as Dimension } from "#lib/evaluate/metrics/index.ts";
import type { ActiveValues } from "../url/active-filters.ts";
import type { FilterName } from "../url/filter-names.ts";
import type { LineNames } from "./trend-line.ts";

/** One way to split a trend. */
export interface TrendSplit extends LineNames {
  /** Its name in the address. */
  name: FilterName;
  dimension: Dimension;
}

/** What is said otherwise than the table of dimensions has it. */
const said: Record<Dimension, Partial<LineNames>> = {
  feature: {},
  model: {},
  promptVersion: { none: "No version" },
  ...byCohort(() => ({})),
  language: { say: formatLanguage },
};

/** What a trend can be split by. */
export const trendSplits: readonly TrendSplit[] = (Object.keys(said) as Dimension[]).map((dimension) => {
  const { param, name } = dimensions[dimension];
  return { name: param, dimension, label: capitalize(name), none: `No ${name}`, ...said[dimension] };
});

/** The available splits: a dimension filtered to one value has nothing to split. */
export const listSplits = (chosen: ActiveValues): TrendSplit[] =>
  trendSplits.filter(({ name }) => chosen[name] === undefined);
