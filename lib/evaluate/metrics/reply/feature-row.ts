import { z } from "zod";
import type { FeatureRow } from "../breakdowns.ts";
import { summaryJson, summarySchema } from "./summary.ts";

/** Metrics of a feature. */
export const featureRowSchema = summarySchema.and(
  z.object({
    feature_name: z.string(),
    last_at: z.iso.datetime().nullable().describe("When the feature's last answer in the window was given."),
  }),
);

/** The JSON of a feature's metrics. */
export const featureRowJson = (row: FeatureRow): z.input<typeof featureRowSchema> => ({
  feature_name: row.featureName,
  last_at: row.lastAt?.toISOString() ?? null,
  ...summaryJson(row),
});
