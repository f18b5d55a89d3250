import { formatLanguage } from "#components/format/language.ts";
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

/** What a trend can be split by. */
export const trendSplits: readonly TrendSplit[] = [
  { name: "feature", dimension: "feature", label: "Feature", none: "No feature" },
  { name: "model", dimension: "model", label: "Model", none: "No model" },
  { name: "prompt_version", dimension: "promptVersion", label: "Prompt version", none: "No version" },
  { name: "tenant", dimension: "tenant", label: "Tenant", none: "No tenant" },
  { name: "language", dimension: "language", label: "Language", none: "No language", say: formatLanguage },
  { name: "segment", dimension: "segment", label: "Segment", none: "No segment" },
];

/** The available splits: a dimension filtered to one value has nothing to split. */
export const listSplits = (chosen: ActiveValues): TrendSplit[] =>
  trendSplits.filter(({ name }) => chosen[name] === undefined);
