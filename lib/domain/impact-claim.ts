import { z } from "zod";

/** Why nothing is claimed of an improvement. */
export const claimReasons = ["too_few", "other_traffic", "other_raters", "no_difference"] as const;

const share = z.number().min(0).max(1);

/**
 * What the data say of an improvement: good ratings before and after it as if the mix of traffic had stayed the same, with
 * an interval of the difference that holds however often one looks.
 */
export const impactClaimSchema = z.object({
  verdict: z.enum(["better", "worse", "unknown"]),
  /** Why it is unknown; null if it is not. */
  reason: z.enum(claimReasons).nullable(),
  /** Null where before and after cannot be compared. */
  figures: z
    .object({ before: share, after: share, low: z.number(), high: z.number(), n: z.int().nonnegative() })
    .nullable(),
});

/** What the data say of an improvement. */
export type ImpactClaim = z.infer<typeof impactClaimSchema>;

/** Figures that a claim stands on. */
export type ClaimFigures = NonNullable<ImpactClaim["figures"]>;
