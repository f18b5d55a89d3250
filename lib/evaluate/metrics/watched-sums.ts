import type { AlertMetric } from "#lib/domain/alert-metric.ts";
import { readScorePart } from "./score-part.ts";
import type { WatchedCounts } from "./slices/watched-store.ts";

/** What a metric is of: as many parts of a whole, milliseconds of as many answers, or an amount and the answers behind it. */
export interface WatchedSums {
  part: number;
  whole: number;
}

type BuiltIn = Exclude<AlertMetric, `${string}:${string}`>;

const builtIn: Record<BuiltIn, (counts: WatchedCounts) => [part: number, whole: number]> = {
  positive_rate: ({ thumbsUp, thumbsDown }) => [thumbsUp, thumbsUp + thumbsDown],
  response_rate: ({ rated, interactions }) => [rated, interactions],
  star_mean: ({ starSum, starCount }) => [starSum, starCount],
  latency_mean: ({ latencyMs, timed }) => [latencyMs, timed],
  latency_p95: ({ latencyMs, timed }) => [latencyMs, timed],
  cost_per_answer: ({ costUsd, priced }) => [costUsd, priced],
  tokens_per_answer: ({ tokens, sized }) => [tokens, sized],
  answers: ({ interactions }) => [interactions, interactions],
  ratings: ({ ratings, interactions }) => [ratings, interactions],
  cost: ({ costUsd, interactions }) => [costUsd, interactions],
};

/** A metric of a category or a check; null for a built-in one. */
export function namedMetric(metric: AlertMetric): { kind: "category" | "check"; name: string } | null {
  const [, kind, name = ""] = /^(category|check):(.+)$/s.exec(metric) ?? [];
  return kind === undefined ? null : { kind: kind as "category" | "check", name };
}

/** Something that is counted by name. */
export interface PartLabel {
  kind: string;
  name: string;
  /** Whether it is a score for which true is bad. */
  isReversed: boolean;
}

/** Whether something is counted for a metric: as a failure, as another result, or not at all. */
export function partOf(metric: AlertMetric, { kind, name, isReversed }: PartLabel): "part" | "rest" | null {
  const named = namedMetric(metric);
  if (named === null) return null;
  if (named.kind === "category")
    return (kind === "category_down" || kind === "category_else") && name === named.name ? "part" : null;
  if (kind !== "score") return null;
  const score = readScorePart(name);
  if (score.name !== named.name || (score.label !== "true" && score.label !== "false")) return null;
  return (score.label === "true") === isReversed ? "part" : "rest";
}

/** The sums of a metric from what was counted. */
export function watchedSums(
  metric: AlertMetric,
  counts: WatchedCounts | undefined,
  parts: readonly { label: PartLabel; count: number }[],
): WatchedSums {
  const named = namedMetric(metric);
  if (named === null) {
    const [part, whole] = counts ? builtIn[metric as BuiltIn](counts) : [0, 0];
    return { part, whole };
  }
  const sum = (as: "part" | "rest") =>
    parts.reduce((all, { label, count }) => all + (partOf(metric, label) === as ? count : 0), 0);
  const part = sum("part");
  return { part, whole: named.kind === "check" ? part + sum("rest") : (counts?.ratings ?? 0) };
}
