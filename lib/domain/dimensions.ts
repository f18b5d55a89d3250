import { listWords } from "./list-words.ts";

/** A dimension of answers, for everything that filters, counts, splits or labels by it. */
interface DimensionEntry {
  /** Its name in query parameters and in JSON. */
  param: string;
  /** Its column in `interactions` and in cubes that count by it, and its field in events. */
  column: string;
  /** What its words in search documents begin with. */
  word: string;
  /** What it describes: where an answer was requested, what produced it, or who received it. */
  group: "feature" | "core" | "cohort";
  /** Its name within a sentence. */
  name: string;
  plural: string;
  /** The description of a filter by it, for the API documentation. */
  filters: string;
  /**
   * Maximum values counted individually per day (UTC). Products have far fewer, but a server may pass on values from
   * its users or callers, and each value is a row in several aggregates per hour.
   */
  most: number;
}

/**
 * The dimensions of answers. CONTRIBUTING.md says what a new one needs besides its entry; storing, replies, filters, search,
 * rollups, menus, splits and the API documentation follow.
 */
export const dimensions = {
  feature: {
    param: "feature",
    column: "feature_name",
    word: "feature",
    group: "feature",
    name: "feature",
    plural: "features",
    filters: "Only answers from this feature.",
    most: 200,
  },
  model: {
    param: "model",
    column: "model_name",
    word: "model",
    group: "core",
    name: "model",
    plural: "models",
    filters: "Only answers from this model.",
    most: 200,
  },
  promptTemplate: {
    param: "prompt_template",
    column: "prompt_template",
    word: "template",
    group: "core",
    name: "prompt template",
    plural: "prompt templates",
    filters: "Only answers from this prompt template.",
    most: 500,
  },
  promptVersion: {
    param: "prompt_version",
    column: "prompt_version",
    word: "version",
    group: "core",
    name: "prompt version",
    plural: "prompt versions",
    filters: "Only answers from this prompt version.",
    most: 500,
  },
  variant: {
    param: "variant",
    column: "variant",
    word: "variant",
    group: "core",
    name: "variant",
    plural: "variants",
    filters: "Only answers from this experiment variant.",
    most: 200,
  },
  tenant: {
    param: "tenant",
    column: "tenant",
    word: "tenant",
    group: "cohort",
    name: "tenant",
    plural: "tenants",
    filters: "Only answers for this tenant.",
    most: 2_000,
  },
  language: {
    param: "language",
    column: "language",
    word: "language",
    group: "cohort",
    name: "language",
    plural: "languages",
    filters: "Only answers in this language.",
    most: 200,
  },
  segment: {
    param: "segment",
    column: "segment",
    word: "segment",
    group: "cohort",
    name: "segment",
    plural: "segments",
    filters: "Only answers for this group of users.",
    most: 500,
  },
} as const satisfies Record<string, DimensionEntry>;

/** A dimension of answers. */
export type Dimension = keyof typeof dimensions;

/** Its name in query parameters. */
export type DimensionParam = (typeof dimensions)[Dimension]["param"];

/** Its column, and its field in events. */
export type DimensionColumn = (typeof dimensions)[Dimension]["column"];

type InGroup<Group extends DimensionEntry["group"]> = {
  [Name in Dimension]: (typeof dimensions)[Name] extends { group: Group } ? Name : never;
}[Dimension];

/** A kind of cohort. */
export type CohortKind = InGroup<"cohort">;

/** All dimensions, in the order of menus. */
export const dimensionNames = Object.keys(dimensions) as Dimension[];

const inGroup = <Group extends DimensionEntry["group"]>(group: Group) =>
  dimensionNames.filter((name): name is InGroup<Group> => dimensions[name].group === group);

/** The kinds of cohorts. */
export const cohortKinds = inGroup("cohort");

/** The dimensions of what produced an answer: model, prompt and variant. */
export const coreDimensions = inGroup("core");

/** The kinds of cohorts within a sentence: "tenant, language, or segment". */
export const cohortWords = (as: "name" | "plural", by: "and" | "or"): string =>
  listWords(
    cohortKinds.map((kind) => dimensions[kind][as]),
    by,
  );

/** Something of each kind of cohort, by the kind, which is also its field and its column. */
export const byCohort = <Value>(make: (kind: CohortKind) => Value): Record<CohortKind, Value> =>
  Object.fromEntries(cohortKinds.map((kind) => [kind, make(kind)])) as Record<CohortKind, Value>;

/** Filters by dimension. Absent dimensions are not filtered; "" matches answers without a value. */
export type AnswerDimensions = { [Name in Dimension]?: string | undefined };

/** A filter by dimension and time, from `from` (inclusive) to `to` (exclusive). */
export interface AnswerWindow extends AnswerDimensions {
  from: Date;
  to: Date;
}

/** Picks the dimensions of an object with other properties. */
export const pickDimensions = (from: AnswerDimensions): AnswerDimensions =>
  Object.fromEntries(dimensionNames.map((name) => [name, from[name]]));

/** The dimensions of query parameters, by their names there. */
export const dimensionsOfQuery = (
  query: { [Param in DimensionParam]?: string | undefined },
): AnswerDimensions =>
  Object.fromEntries(dimensionNames.map((name) => [name, query[dimensions[name].param]]));

/** A dimension by its name in query parameters. */
export const dimensionWithParam = (param: DimensionParam): (typeof dimensions)[Dimension] =>
  dimensions[dimensionNames.find((name) => dimensions[name].param === param) as Dimension];
