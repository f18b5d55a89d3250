import { z } from "zod";
import type { Mean, Rate } from "#lib/domain/rate.ts";
import type { RateDifference } from "#lib/domain/rate-difference.ts";
import { type RaterRate, USERS_TOLD } from "#lib/domain/rater-groups.ts";
import type { Percentiles } from "../histogram.ts";

const reason = z
  .literal("insufficient_data")
  .optional()
  .describe("Why there is no value. Present only if there is none.");

/** A share, or null. */
export const shareSchema = z.number().min(0).max(1).nullable();

/** How many. */
export const countSchema = z.int().min(0);

/** A local date like 2026-11-01. */
export const dateSchema = z.iso.date().meta({ example: "2026-11-01" });

/** A share with its n and its interval. */
export const rateSchema = z
  .object({
    value: shareSchema.describe("From 0 to 1; null if n is 0."),
    n: z.number().min(0).describe("The sample size. Fractional if ratings are weighted."),
    low: shareSchema.describe("Lower bound of the 95% confidence interval."),
    high: shareSchema.describe("Upper bound of the 95% confidence interval."),
    reason,
  })
  .meta({
    id: "Rate",
    description:
      "A proportion with its sample size and 95% confidence interval (Wilson score, unless stated otherwise). Null with a reason if n is 0.",
    examples: [
      { value: 0.8, n: 80, low: 0.7, high: 0.873 },
      { value: null, n: 0, low: null, high: null, reason: "insufficient_data" },
    ],
  });

/** How many people rated, where it is estimated from rollups. */
export const ratersSchema = countSchema
  .max(USERS_TOLD)
  .nullable()
  .describe(
    `Number of users who gave these thumbs, estimated to about 5%; ${USERS_TOLD} stands for ${USERS_TOLD} or more. Each anonymous rating without a session or device counts as a user. Null if there are none, or if it is not known because counting is not complete.`,
  );

/** A positive rate with its n, its interval and the number of people who rated. */
export const positiveRateSchema = rateSchema.extend({ users: ratersSchema }).meta({
  id: "PositiveRate",
  description:
    "Share of thumbs that are up, with its sample size and 95% confidence interval. The interval accounts for how many users gave the thumbs: it is Wilson's for the effective sample size, so it is wider if a few users gave most of them. Null with a reason if n is 0.",
  examples: [
    { value: 0.8, n: 80, low: 0.68, high: 0.883, users: 52 },
    { value: null, n: 0, low: null, high: null, users: null, reason: "insufficient_data" },
  ],
});

/** A mean with its n. */
export const meanSchema = z
  .object({
    value: z.number().nullable().describe("Null if n is 0."),
    n: countSchema.describe("The sample size."),
    reason,
  })
  .meta({
    id: "Mean",
    description: "A mean with its sample size. Null with a reason if n is 0.",
    examples: [
      { value: 12.5, n: 9 },
      { value: null, n: 0, reason: "insufficient_data" },
    ],
  });

const NO_INTERVAL =
  "null for fewer than two values, or if the spread is too small relative to the values to compute it";

/** A mean with its n and its interval. */
export const scoreMeanSchema = z
  .object({
    value: z.number().nullable().describe("Null if n is 0."),
    n: countSchema.describe("The sample size."),
    low: z.number().nullable().describe(`Lower bound of the 95% confidence interval; ${NO_INTERVAL}.`),
    high: z.number().nullable().describe(`Upper bound of the 95% confidence interval; ${NO_INTERVAL}.`),
    reason,
  })
  .meta({
    id: "ScoreMean",
    description:
      "A mean with its sample size and 95% confidence interval (Student's t). Null with a reason if n is 0.",
    examples: [{ value: 0.72, n: 40, low: 0.66, high: 0.78 }],
  });

/** The median and the 95th percentile. */
export const percentilesSchema = z
  .object({
    p50: z.number().nullable().describe("The median."),
    p95: z.number().nullable().describe("The 95th percentile."),
    n: countSchema.describe("The sample size."),
    reason,
  })
  .meta({
    id: "Percentiles",
    description: "Percentiles estimated from a histogram with 5% wide buckets. Null with a reason if n is 0.",
    examples: [{ p50: 840, p95: 2100, n: 1200 }],
  });

/** How much one rate is above another. */
export const differenceSchema = z
  .object({
    value: z.number().min(-1).max(1).nullable().describe("The difference between the two rates."),
    low: z.number().min(-1).max(1).nullable().describe("Lower bound of the 95% confidence interval."),
    high: z.number().min(-1).max(1).nullable().describe("Upper bound of the 95% confidence interval."),
    reason,
  })
  .meta({
    id: "Difference",
    description:
      "The difference between two rates with its 95% confidence interval (Newcombe). Null with a reason if either has no ratings.",
    examples: [{ value: 0.12, low: 0.03, high: 0.21 }],
  });

/** The JSON of a rate. */
export const rateJson = (rate: Rate): z.input<typeof rateSchema> =>
  rate.value === null
    ? { value: null, n: rate.n, low: null, high: null, reason: rate.reason }
    : { value: rate.value, n: rate.n, low: rate.low, high: rate.high };

/** The JSON of a positive rate. */
export const positiveRateJson = (rate: RaterRate): z.input<typeof positiveRateSchema> => ({
  ...rateJson(rate),
  users: rate.users ?? null,
});

/** The JSON of a mean. */
export const meanJson = (mean: Mean): z.input<typeof meanSchema> =>
  mean.value === null ? { value: null, n: 0, reason: mean.reason } : { value: mean.value, n: mean.n };

/** The JSON of percentiles. */
export const percentilesJson = ({ p50, p95, n }: Percentiles): z.input<typeof percentilesSchema> =>
  n === 0 ? { p50: null, p95: null, n, reason: "insufficient_data" } : { p50, p95, n };

/** The JSON of a difference. */
export const differenceJson = (difference: RateDifference): z.input<typeof differenceSchema> =>
  difference.value === null
    ? { value: null, low: null, high: null, reason: difference.reason }
    : { value: difference.value, low: difference.low, high: difference.high };
