import { type Better, builtInMetrics } from "#lib/domain/experiment.ts";
import type { ScoreDefinition } from "#lib/domain/score.ts";
import { signalKindSchema } from "#lib/domain/signal.ts";
import { metricLabel } from "../metric-words.ts";
import type { MetricChoice } from "./metric-options.tsx";

/** What says nothing of quality, and can only be a guardrail. */
const onlyGuardrails: ReadonlySet<string> = new Set(["response_rate", "latency", "cost"]);

const groupOf = (label: string, metrics: readonly string[]): MetricChoice => ({
  label,
  metrics: metrics.map((value) => ({ value, label: metricLabel(value) })),
});

/** The metrics that a project can decide an experiment by, or guard it with; scores with labels have no mean. */
export function metricChoices(
  scores: readonly ScoreDefinition[],
  use: "primary" | "guardrail",
): MetricChoice[] {
  const measured = scores.filter(({ type }) => type !== "category").map(({ name }) => `score:${name}`);
  return [
    groupOf(
      "Ratings",
      builtInMetrics.filter((metric) => !onlyGuardrails.has(metric)),
    ),
    ...(use === "guardrail"
      ? [
          groupOf(
            "Answers",
            builtInMetrics.filter((metric) => onlyGuardrails.has(metric)),
          ),
        ]
      : []),
    ...(measured.length > 0 ? [groupOf("Scores", measured)] : []),
    groupOf(
      "Signals",
      signalKindSchema.options.map((signal) => `signal:${signal}`),
    ),
  ];
}

/** The better end of scores of which lower values are better. */
export const betterScores = (scores: readonly ScoreDefinition[]): Record<string, Better> =>
  Object.fromEntries(
    scores.flatMap(({ name, direction }) => (direction === "lower" ? [[`score:${name}`, "lower"]] : [])),
  );
