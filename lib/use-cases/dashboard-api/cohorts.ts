import { z } from "zod";
import { type CohortKind, cohortKinds } from "#lib/domain/dimensions.ts";
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

/** What an address must ask of cohorts. */
export const cohortsFields = {
  ...coreFields,
  ...cohortFields,
  kind: z.enum(cohortKinds).describe("By what answers are told apart."),
};

/** The cohorts of a window. */
export const cohortsSchema = z.object({
  window: windowSchema.describe("What the rows are of."),
  kind: z.enum(cohortKinds).describe("By what answers are told apart."),
  cohort_minimum: countSchema.describe(
    "Thumbs that a cohort must have to be told of: a setting of the project.",
  ),
  withheld: countSchema.describe("Cohorts that have fewer. What they said is part of `all`."),
  all: summarySchema.describe("All answers, also those of no cohort."),
  data: z
    .array(
      z
        .object({
          cohort: z.string().meta({ description: "The tenant, language or segment.", examples: ["acme"] }),
          difference: differenceSchema.describe(
            "How much its positive rate is above that of all answers that are not its own.",
          ),
        })
        .and(summarySchema),
    )
    .describe("One row for each cohort, the one that surely differs most first."),
});

/** The cohorts of one kind, of what a filter chooses. */
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
