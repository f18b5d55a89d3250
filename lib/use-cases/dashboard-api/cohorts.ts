import { z } from "zod";
import { type CohortKind, cohortKinds, cohortWords } from "#lib/domain/dimensions.ts";
import {
  cohortFields,
  coreFields,
  countSchema,
  differenceJson,
  differenceSchema,
  type MetricFilter,
  summaryJson,
  summarySchema,
} from "#lib/evaluate/metrics/index.ts";
import { compareCohorts } from "../compare-cohorts.ts";
import { windowJson, windowSchema } from "./window.ts";

/** The query parameters for cohorts. */
export const cohortsFields = {
  ...coreFields,
  ...cohortFields,
  kind: z.enum(cohortKinds).describe("The dimension that defines the cohorts."),
};

/** The cohorts of a window. */
export const cohortsSchema = z.object({
  window: windowSchema.describe("The time window."),
  kind: z.enum(cohortKinds).describe("The dimension that defines the cohorts."),
  cohort_minimum: countSchema.describe(
    "Minimum number of thumbs for a cohort to be shown (a project setting).",
  ),
  withheld: countSchema.describe("Number of cohorts below the minimum. Their ratings are included in `all`."),
  all: summarySchema.describe("All answers, including those without a cohort."),
  data: z
    .array(
      z
        .object({
          cohort: z.string().meta({ description: `The ${cohortWords("name", "or")}.`, examples: ["acme"] }),
          difference: differenceSchema.describe("Its positive rate minus that of all other answers."),
        })
        .and(summarySchema),
    )
    .describe("One row per cohort, sorted by how certain the difference is."),
});

/** The cohorts of one kind matching a filter. */
export async function answerCohorts(
  filter: MetricFilter,
  { kind }: { kind: CohortKind },
  least: number,
): Promise<z.input<typeof cohortsSchema>> {
  const { all, cohorts, withheld } = await compareCohorts(filter, kind, least, {
    histograms: ["latency"],
  });
  return {
    window: windowJson(filter),
    kind,
    cohort_minimum: least,
    withheld,
    all: summaryJson(all),
    data: cohorts.map((row) => ({
      cohort: row.cohort,
      difference: differenceJson(row.difference),
      ...summaryJson(row),
    })),
  };
}
