import { CircleCheck, Hourglass } from "lucide-react";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Experiment } from "#lib/act/experiments/index.ts";
import { leadOf } from "./lead.ts";
import { differenceInterval, formatMetricDifference, metricLabel } from "./metric-words.ts";
import type { Analysis } from "./results.ts";

interface VerdictCardProps {
  analysis: Analysis;
  primary: NonNullable<Experiment["primaryMetric"]>;
}

/** The winner, where everything holds; otherwise what is missing, and how long it takes. */
export function VerdictCard({ analysis, primary: { metric } }: VerdictCardProps) {
  const { winner, also_better: alsoBetter, missing, cautions } = analysis;
  const Icon = winner === null ? Hourglass : CircleCheck;
  return (
    <Card title="Result" note="Valid at any time: looking often does not make a false winner more likely.">
      <p className="flex items-start gap-2 font-semibold text-ink text-lg">
        <Icon
          aria-hidden
          className={`mt-0.5 size-5 shrink-0 ${winner === null ? "text-faint" : "text-good"}`}
        />
        <span className="wrap-anywhere">{headline(analysis)}</span>
      </p>
      <p className="mt-1 max-w-prose text-soft text-sm">{leadSentence(analysis, metric)}</p>
      {missing.length > 0 && (
        <>
          <h3 className="mt-3 font-medium text-sm">
            {winner === null ? "What is missing" : "Why other arms did not win"}
          </h3>
          <ul className="mt-1 max-w-prose list-disc space-y-1 pl-5 text-sm text-soft">
            {missing.map(({ code, variant, message }) => (
              <li key={`${code} ${variant} ${message}`} className="wrap-anywhere">
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
      {alsoBetter.length > 0 && (
        <p className="mt-3 max-w-prose text-sm text-soft">
          Also better than the control: {alsoBetter.map((variant) => `“${variant}”`).join(", ")}. Nothing
          certain separates the winner from {alsoBetter.length === 1 ? "it" : "them"}.
        </p>
      )}
      {cautions.length > 0 && (
        <Notice tone="warn" className="mt-3">
          {cautions.map((caution) => (
            <p key={caution}>{caution}</p>
          ))}
        </Notice>
      )}
    </Card>
  );
}

function headline({ winner, missing }: Analysis): string {
  if (winner !== null) return `“${winner}” wins`;
  return missing.some(({ code }) => code === "too_few_ratings") ? "Not enough data" : "No winner yet";
}

function leadSentence(analysis: Analysis, metric: string): string {
  const lead = leadOf(analysis);
  if (!lead) return `${metricLabel(metric)} is compared once each arm has 10 users with a rating.`;
  const { arm, difference } = lead;
  return `${metricLabel(metric)} of “${arm.variant}” compared with the control: ${formatMetricDifference(metric, difference.value)} (always-valid interval ${differenceInterval(metric, difference)}).`;
}
