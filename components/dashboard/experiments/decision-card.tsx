import { formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import type { Experiment } from "#lib/act/experiments/index.ts";
import type { Results } from "#lib/use-cases/experiments/list-readings.ts";
import type { Transition } from "./transition.ts";

interface DecisionCardProps {
  experiment: Experiment;
  /** The step that ended the experiment. */
  last: Transition;
  /** The results that were kept with it; null where it was stopped before its start. */
  kept: Results | null;
  tz: string;
}

/** How an experiment was decided, by whom and why, and what its results said then. */
export function DecisionCard({ experiment: { winner }, last, kept, tz }: DecisionCardProps) {
  return (
    <Card title="Decision">
      <p className="wrap-anywhere font-semibold text-ink text-lg">
        {winner === null ? "Stopped without promoting an arm" : `“${winner}” promoted`}
      </p>
      <p className="mt-0.5 text-faint text-xs">
        By {last.by}, {formatMoment(last.at, tz)}
      </p>
      <p className="wrap-anywhere mt-2 max-w-prose whitespace-pre-wrap text-sm text-soft">{last.reason}</p>
      <p className="wrap-anywhere mt-2 max-w-prose text-sm text-soft">{thenSentence(kept)}</p>
    </Card>
  );
}

function thenSentence(kept: Results | null): string {
  const analysis = kept?.analysis;
  if (!analysis) return "It had not started, so there are no results.";
  if (analysis.winner !== null) return `At that time the results named “${analysis.winner}” the winner.`;
  return "At that time the results named no winner. What was missing is listed below.";
}
