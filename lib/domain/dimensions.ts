import type { z } from "zod";
import { idSchema } from "./fields.ts";

/** One way to tell answers apart, for everything that filters, counts, splits or names by it. */
interface DimensionEntry {
  /** Its name in addresses and in the JSON of answers. */
  param: string;
  /** Its column in `interactions`; cubes that count by it have the same. */
  column: string;
  /** What it says: where an answer was asked for, what made it, or who it was for. */
  group: "feature" | "core" | "cohort";
  /** How people call it within a sentence. */
  name: string;
  plural: string;
  /** What a filter by it means, for the API's contract. */
  filters: string;
  /**
   * Most values that are counted apart on one day (UTC). A product has far fewer, but a server may hand on what its users
   * or callers state; each value is a row of several aggregates an hour.
   */
  most: number;
}

/**
 * By what answers are told apart. A further dimension is an entry here, its column by a migration, and its cut in
 * metrics/rollups/cubes-store.ts; filters, groupings, menus and the contract follow.
 */
export const dimensions = {
  feature: {
    param: "feature",
    column: "feature_name",
    group: "feature",
    name: "feature",
    plural: "features",
    filters: "Only answers of this feature.",
    most: 200,
  },
  model: {
    param: "model",
    column: "model_name",
    group: "core",
    name: "model",
    plural: "models",
    filters: "Only answers of this model.",
    most: 200,
  },
  promptTemplate: {
    param: "prompt_template",
    column: "prompt_template",
    group: "core",
    name: "prompt template",
    plural: "prompt templates",
    filters: "Only answers of this prompt.",
    most: 500,
  },
  promptVersion: {
    param: "prompt_version",
    column: "prompt_version",
    group: "core",
    name: "prompt version",
    plural: "prompt versions",
    filters: "Only answers of this version of a prompt.",
    most: 500,
  },
  variant: {
    param: "variant",
    column: "variant",
    group: "core",
    name: "variant",
    plural: "variants",
    filters: "Only answers of this arm of an experiment.",
    most: 200,
  },
  tenant: {
    param: "tenant",
    column: "tenant",
    group: "cohort",
    name: "tenant",
    plural: "tenants",
    filters: "Only answers for this customer of yours.",
    most: 2_000,
  },
  language: {
    param: "language",
    column: "language",
    group: "cohort",
    name: "language",
    plural: "languages",
    filters: "Only answers in this language.",
    most: 200,
  },
  segment: {
    param: "segment",
    column: "segment",
    group: "cohort",
    name: "segment",
    plural: "segments",
    filters: "Only answers for this group of users.",
    most: 500,
  },
} as const satisfies Record<string, DimensionEntry>;

/** What answers are told apart by. */
export type Dimension = keyof typeof dimensions;

/** Its name in addresses. */
export type DimensionParam = (typeof dimensions)[Dimension]["param"];

type InGroup<Group extends DimensionEntry["group"]> = {
  [Name in Dimension]: (typeof dimensions)[Name] extends { group: Group } ? Name : never;
}[Dimension];

/** Who an answer was given to, in one of several ways. */
export type CohortKind = InGroup<"cohort">;

/** All dimensions, in the order in which menus have them. */
export const dimensionNames = Object.keys(dimensions) as Dimension[];

const inGroup = <Group extends DimensionEntry["group"]>(group: Group) =>
  dimensionNames.filter((name): name is InGroup<Group> => dimensions[name].group === group);

/** The ways in which answers are told apart by who they were given to. */
export const cohortKinds = inGroup("cohort");

/** The dimensions of what made an answer: model, prompt and variant. */
export const coreDimensions = inGroup("core");

/** By what answers are chosen; what is absent is not asked for, and "" asks for answers without it. */
export type AnswerDimensions = { [Name in Dimension]?: string | undefined };

/** Answers of some dimensions that were given from `from` on and before `to`. */
export interface AnswerWindow extends AnswerDimensions {
  from: Date;
  to: Date;
}

/** The dimensions of something that has more. */
export const pickDimensions = (from: AnswerDimensions): AnswerDimensions =>
  Object.fromEntries(dimensionNames.map((name) => [name, from[name]]));

/** The dimensions that an address asks for by their names there. */
export const dimensionsOfQuery = (
  query: { [Param in DimensionParam]?: string | undefined },
): AnswerDimensions =>
  Object.fromEntries(dimensionNames.map((name) => [name, query[dimensions[name].param]]));

/** A dimension by its name in addresses. */
export const dimensionWithParam = (param: DimensionParam): (typeof dimensions)[Dimension] =>
  dimensions[dimensionNames.find((name) => dimensions[name].param === param) as Dimension];

/** The fields of an address that choose by some dimensions, each with what it means and, for all, something more. */
export const dimensionFields = <Names extends Dimension>(names: readonly Names[], more = "") =>
  Object.fromEntries(
    names.map((name) => {
      const { param, filters } = dimensions[name];
      return [param, idSchema.optional().describe(`${filters}${more}`)];
    }),
  ) as Record<(typeof dimensions)[Names]["param"], z.ZodOptional<typeof idSchema>>;
