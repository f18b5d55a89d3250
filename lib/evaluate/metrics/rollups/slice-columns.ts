import { type CohortKind, cohortKinds, dimensionNames, dimensions } from "#lib/domain/dimensions.ts";

/** The width of a slice; days are UTC. */
export type SliceWidth = "minute" | "hour" | "day";

/** Cubes counted from raw answers: by feature, model, prompt and variant, or by feature and a cohort. */
type CountedCube = "core" | CohortKind;

interface Margin {
  of: CountedCube;
  /** The columns that it is cut by. */
  by: readonly string[];
}

type CohortMargin = (typeof dimensions)[CohortKind]["plural"];

type MarginName = "all" | "feature" | "model" | "prompt" | CohortMargin;

/**
 * What is added up from a counted cube: the same by fewer dimensions. A question that needs no more reads a few slices
 * instead of those of every combination.
 */
export const margins: Readonly<Record<MarginName, Margin>> = {
  all: { of: "core", by: [] },
  feature: { of: "core", by: ["feature_name"] },
  model: { of: "core", by: ["model_name"] },
  prompt: { of: "core", by: ["prompt_template", "prompt_version"] },
  ...(Object.fromEntries(
    cohortKinds.map((kind) => [dimensions[kind].plural, { of: kind, by: ["cohort"] }]),
  ) as unknown as Record<CohortMargin, Margin>),
};

/** The dimensions of slices. */
export type SliceCube = CountedCube | MarginName;

/** The columns of the dimensions that every slice has for itself, as against cohorts, which share one. */
export const ownColumns: readonly string[] = dimensionNames
  .filter((name) => dimensions[name].group !== "cohort")
  .map((name) => dimensions[name].column);

/** The columns of a slice's dimensions. */
export const dimensionColumns: readonly string[] = [...ownColumns, "cohort"];

/** The key of a slice within its width. */
export const keyColumns: readonly string[] = ["cube", "start", ...dimensionColumns];

/** Additive integer columns. */
export const countColumns = [
  "interactions",
  "rated",
  "ratings",
  "thumbs_up",
  "thumbs_down",
  "corrections",
  "measured",
  "comments",
  "timed",
  "priced",
  "sized",
] as const;

/** Columns that are sums of values, each with its type. */
export const sumColumns = {
  edit_distance: "float8",
  edit_kept: "float8",
  latency_ms: "bigint",
  cost_usd: "float8",
  tokens: "bigint",
} as const;

/** The histograms, each with the columns of its buckets and of their counts. */
export const histogramColumns = {
  latency: ["latency_buckets", "latency_counts"],
  cost: ["cost_buckets", "cost_counts"],
  tokens: ["token_buckets", "token_counts"],
} as const;

/** The number of stars; `stars` contains the count of each. */
export const STARS = 5;

/** The kinds of named counts, as in metric_names. */
export const partKinds = [
  "category_down",
  "category_else",
  "category_pair",
  "signal",
  "edit_kind",
  // Named by score-part.ts.
  "score",
] as const;

/**
 * What of a slice has names: numbers of names (metric_names), and in their order how often each is counted, what its values come
 * to and what their squares do. Lists end where the rest is 1, 0 and the square of the one value, and are NULL where all is.
 */
export const partLists = ["part_names", "part_counts", "part_sums", "part_squares"] as const;

/** What adds up of one part; only scores have other values than ones. */
export const partSums = ["count", "sum", "sum_squares"] as const;
