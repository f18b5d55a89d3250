import { z } from "zod";
import { idSchema } from "./fields.ts";
import { type SignalKind, signalKindSchema } from "./signal.ts";

/** What the arms of an experiment differ in. */
export const experimentKindSchema = z.enum(["prompt", "model", "custom"]);

/** What the arms of an experiment differ in. */
export type ExperimentKind = z.infer<typeof experimentKindSchema>;

/** How far an experiment is. The last two are its decision and final. */
export const experimentStateSchema = z.enum(["draft", "running", "paused", "promoted", "stopped"]);

/** How far an experiment is. */
export type ExperimentState = z.infer<typeof experimentStateSchema>;

/** The metrics that every project has. */
export const builtInMetrics = [
  "positive_rate",
  "star_mean",
  "correction_rate",
  "kept_share",
  "response_rate",
  "latency",
  "cost",
] as const;

/** A metric that every project has. */
export type BuiltInMetric = (typeof builtInMetrics)[number];

/** A metric of an experiment: a built-in one, the share of answers with a signal, or the mean of a score. */
export type ExperimentMetric = BuiltInMetric | `signal:${SignalKind}` | `score:${string}`;

const isBuiltIn = (name: string): name is BuiltInMetric => builtInMetrics.some((known) => known === name);

/** The signal or score that a metric is about; null for a built-in one. */
export function namedMetric(metric: ExperimentMetric): { of: "signal" | "score"; name: string } | null {
  if (isBuiltIn(metric)) return null;
  const colon = metric.indexOf(":");
  return { of: metric.startsWith("signal:") ? "signal" : "score", name: metric.slice(colon + 1) };
}

const isMetric = (text: string): text is ExperimentMetric => {
  if (isBuiltIn(text)) return true;
  const [, of, name] = /^(signal|score):(.+)$/s.exec(text) ?? [];
  return of === "signal" ? signalKindSchema.safeParse(name).success : idSchema.safeParse(name).success;
};

/** The name of an experiment's metric. */
export const experimentMetricSchema = z
  .string()
  .refine(
    isMetric,
    `must be ${builtInMetrics.join(", ")}, signal:NAME with a known signal, or score:NAME with a score's name`,
  )
  .transform((text) => text as ExperimentMetric);

/** Which end of a metric is the better one. */
export const betterSchema = z.enum(["higher", "lower"]);

/** Which end of a metric is the better one. */
export type Better = z.infer<typeof betterSchema>;

const lowerIsBetter: ReadonlySet<ExperimentMetric> = new Set([
  "correction_rate",
  "latency",
  "cost",
  "signal:regenerate",
  "signal:rephrase",
  "signal:abandon",
]);

/** The better end of a metric if nobody says otherwise. */
export const usuallyBetter = (metric: ExperimentMetric): Better =>
  lowerIsBetter.has(metric) ? "lower" : "higher";
