import { z } from "zod";
import { idSchema } from "./fields.ts";

/**
 * What a metric is: a share of ratings or answers, a mean or percentile of them, or an amount. `worse` is the end at which
 * it is a problem.
 */
interface AlertMetricEntry {
  kind: "share" | "level" | "amount";
  worse: "lower" | "higher";
  name: string;
}

/** The metrics that rules can watch, besides those of a category or a check. */
const builtIn = {
  positive_rate: { kind: "share", worse: "lower", name: "positive rate" },
  response_rate: { kind: "share", worse: "lower", name: "response rate" },
  star_mean: { kind: "level", worse: "lower", name: "mean of stars" },
  latency_mean: { kind: "level", worse: "higher", name: "mean latency in ms" },
  latency_p95: { kind: "level", worse: "higher", name: "95th percentile of latency in ms" },
  cost_per_answer: { kind: "level", worse: "higher", name: "cost per answer in US dollars" },
  tokens_per_answer: { kind: "level", worse: "higher", name: "tokens per answer" },
  answers: { kind: "amount", worse: "lower", name: "answers" },
  ratings: { kind: "amount", worse: "lower", name: "ratings" },
  cost: { kind: "amount", worse: "higher", name: "cost in US dollars" },
} as const satisfies Record<string, AlertMetricEntry>;

type BuiltIn = keyof typeof builtIn;

/** A metric of a rule: a built-in one, the share of ratings with a category, or of a check's results that failed. */
export type AlertMetric = BuiltIn | `category:${string}` | `check:${string}`;

/** The metrics that rules can watch, besides those of categories and checks. */
export const builtInMetrics = Object.keys(builtIn) as BuiltIn[];

const names = builtInMetrics;

const isBuiltIn = (text: string): text is BuiltIn => names.some((name) => name === text);

const isMetric = (text: string): text is AlertMetric =>
  isBuiltIn(text) || idSchema.safeParse(/^(?:category|check):(.+)$/s.exec(text)?.[1]).success;

/** The name of a rule's metric. */
export const alertMetricSchema = z
  .string()
  .refine(
    isMetric,
    `must be ${names.join(", ")}, category:NAME with a category, or check:NAME with the name of a score`,
  )
  .transform((text) => text as AlertMetric);

/** What a rule's metric is. */
export function alertMetric(metric: AlertMetric): AlertMetricEntry {
  if (isBuiltIn(metric)) return builtIn[metric];
  const colon = metric.indexOf(":");
  const name = metric.slice(colon + 1);
  return {
    kind: "share",
    worse: "higher",
    name: metric.startsWith("check:") ? `failures of ${name}` : `ratings with ${name}`,
  };
}

/** How many of a share's ratings are bad, where `part` is what its name counts. */
export const badOf = (metric: AlertMetric, { part, whole }: { part: number; whole: number }): number =>
  alertMetric(metric).worse === "lower" ? whole - part : part;
