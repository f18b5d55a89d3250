import { z } from "zod";
import type { CompareReason } from "#lib/decide/experiments/index.ts";
import { clusteredRate } from "#lib/domain/clustered-rate.ts";
import { idSchema, timeZoneSchema } from "#lib/domain/fields.ts";
import { rate } from "#lib/domain/rate.ts";
import {
  countSchema,
  daysSchema,
  type MetricFilter,
  percentilesJson,
  percentilesSchema,
  rateJson,
  rateSchema,
} from "#lib/evaluate/metrics/index.ts";
import type { ComparedVersion, PairComparison } from "./compare-pair.ts";

/** The simple question. */
export const compareQuerySchema = z
  .strictObject({
    template: idSchema.describe("The prompt."),
    a: idSchema.describe("One version of it."),
    b: idSchema.describe("The other version."),
    days: daysSchema.default(7).describe("Number of days up to and including today. Defaults to 7."),
    tz: timeZoneSchema.default("UTC").describe("IANA time zone that defines the days."),
  })
  .refine(({ a, b }) => a !== b, { path: ["b"], error: "must be another version than a" });

const versionSchema = z.object({
  version: z.string().describe("The version."),
  interactions: countSchema.describe("Answers of this version."),
  users: countSchema.describe("Users who saw them."),
  raters: countSchema.describe("Users who gave thumbs."),
  thumbs_up: countSchema,
  thumbs_down: countSchema,
  positive_rate: rateSchema.describe(
    "Thumbs up as a share of all thumbs. The interval accounts for how many users gave them (`raters`): it is wider if a few gave most.",
  ),
  response_rate: rateSchema.describe("Share of users who rated anything."),
  latency_ms: percentilesSchema.nullable().describe("Latency in milliseconds; null without answers."),
});

/** The answer to the simple question. */
export const comparePairSchema = z.object({
  template: z.string().describe("The prompt."),
  days: z.int().describe("The days that were compared."),
  a: versionSchema.describe("One version."),
  b: versionSchema.describe("The other version."),
  difference: z
    .object({
      value: z.number().describe("The positive rate of b minus that of a, by user."),
      low: z.number().describe("Lower bound of the always-valid 95% interval."),
      high: z.number().describe("Upper bound of the always-valid 95% interval."),
      n: countSchema.describe("Users with thumbs."),
      p: z.number().describe("The always-valid p-value of no difference."),
    })
    .nullable()
    .describe("Null if either version has fewer than two users with thumbs."),
  winner: z.string().nullable().describe("The better version, if the confidence is `likely` or `decided`."),
  confidence: z
    .enum(["insufficient_data", "inconclusive", "likely", "decided"])
    .describe("How certain the answer is."),
  side: z
    .enum(["randomised", "side_by_side", "one_after_the_other"])
    .describe("How users came to the versions. Only an experiment randomises."),
  reason: z
    .object({
      code: z.string().describe("A stable name of the reason."),
      message: z.string().describe("The same in words."),
    })
    .describe("Why the answer is as certain as it is."),
});

/** The positive rate of a version; its users are known one by one. */
const positiveOf = (users: ComparedVersion["users"]) =>
  clusteredRate({
    ...{ users: users.n, n: users.thumbs, successes: users.thumbsUp },
    ...{ squaredN: users.squaredThumbs, products: users.products, squaredSuccesses: users.squaredUp },
  });

const versionJson = ({ version, metrics, users }: ComparedVersion): z.input<typeof versionSchema> => ({
  version,
  interactions: metrics?.interactions ?? 0,
  users: users.exposed,
  raters: users.n,
  thumbs_up: users.thumbsUp,
  thumbs_down: users.thumbs - users.thumbsUp,
  positive_rate: rateJson(positiveOf(users)),
  response_rate: rateJson(rate(users.responders, users.exposed)),
  latency_ms: metrics && percentilesJson(metrics.latency),
});

/** The JSON of the answer to the simple question. */
export const comparePairJson = (
  { promptTemplate }: MetricFilter & { promptTemplate: string },
  days: number,
  { a, b, difference, winner, confidence, side, reason }: PairComparison,
): z.input<typeof comparePairSchema> => ({
  ...{ template: promptTemplate, days, a: versionJson(a), b: versionJson(b) },
  difference: difference && {
    ...{ value: difference.value, low: difference.low, high: difference.high },
    ...{ n: difference.n, p: difference.p },
  },
  ...{ winner, confidence, side },
  reason: { code: reason.code, message: reasonWords(reason, side === "randomised") },
});

/** A reason in words, with a warning where nobody dealt users to the versions. */
function reasonWords(reason: CompareReason, isRandomised: boolean): string {
  const warning = isRandomised
    ? ""
    : " Users were not assigned at random: what differs may be who got which version, or when.";
  return `${wordsOf(reason)}${warning}`;
}

const percent = (share: number | null): string => (share === null ? "nobody" : `${Math.round(share * 100)}%`);

const more = (users: number | null): string =>
  users === null ? "" : ` About ${users} more users must rate, if the difference stays as it is.`;

function wordsOf(reason: CompareReason): string {
  switch (reason.code) {
    case "too_few_ratings":
      return `“${reason.version}” has ${reason.ratings} thumbs from ${reason.users} users; 30 from 10 are needed.`;
    case "response_rates_differ":
      return `${percent(reason.a.value)} of the users of one version rate, and ${percent(reason.b.value)} of the other's, so their ratings cannot be compared.`;
    case "users_and_ratings_disagree":
      return "By user one version is better, by rating the other: a few users gave most of the ratings.";
    case "no_difference_seen":
      return `No difference is certain yet.${more(reason.users)}`;
    case "probably_better":
      return `It is better with a chance of ${percent(reason.chance)}, which is not certain yet.${more(reason.users)}`;
    case "one_after_the_other":
      return "It would be certain if both had run at the same time.";
    case "surely_better":
      return "It is certain, however often one looks (p ≤ 0.05).";
  }
}
