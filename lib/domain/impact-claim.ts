import { z } from "zod";

/** Why nothing is claimed of an improvement. */
export const claimReasons = ["too_few", "other_traffic", "other_raters", "no_difference"] as const;

const share = z.number().min(0).max(1);

/** Good ratings before and after. */
export const claimFiguresSchema = z.object({
  before: share.describe("Share of good ratings before."),
  after: share.describe("Share of good ratings since, at the same mix of traffic."),
  low: z.number().describe("Lower end of the interval of the difference."),
  high: z.number().describe("Upper end of it."),
  n: z.int().nonnegative().describe("Ratings that it is known from."),
});

/**
 * What the data say of an improvement: good ratings before and after it as if the mix of traffic had stayed the same, with
 * an interval of the difference that holds however often one looks.
 */
export const impactClaimSchema = z.object({
  verdict: z
    .enum(["better", "worse", "unknown"])
    .describe("Whether ratings are surely better or worse since."),
  reason: z.enum(claimReasons).nullable().describe("Why that is unknown; null if it is not."),
  figures: claimFiguresSchema.nullable().describe("Null where before and after cannot be compared."),
});

/** What the data say of an improvement. */
export type ImpactClaim = z.infer<typeof impactClaimSchema>;

/** Figures that a claim stands on. */
export type ClaimFigures = z.infer<typeof claimFiguresSchema>;
