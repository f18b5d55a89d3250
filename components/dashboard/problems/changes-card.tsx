import { formatCountOf, formatMoment, formatPercent } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { dimensions } from "#lib/domain/dimensions.ts";
import type { ProblemEvidence } from "#lib/use-cases/problems/read-problem.ts";

interface ChangesCardProps {
  evidence: ProblemEvidence;
  tz: string;
}

const kinds: Record<ProblemEvidence["changes"][number]["kind"], string> = {
  prompt: "First seen: prompt",
  model: "First seen: model",
  label: "Moved: label",
};

/** What changed just before it began: versions, models and labels, who asked for what, and what was retrieved. */
export function ChangesCard({ evidence: { changes, mix, retrieval }, tz }: ChangesCardProps) {
  const { since, before } = retrieval;
  const retrieved =
    since.mean !== null && before.mean !== null ? { since: since.mean, before: before.mean } : null;
  const isNothing = changes.length === 0 && mix.length === 0 && retrieved === null;
  return (
    <Card
      title="What changed before"
      note="In the three days before it began, and on that day. What came before need not be the cause."
      flush
    >
      {isNothing ? (
        <p className="px-4 pb-4 text-soft text-sm">
          No version, model, label or mix of answers changed that Whetstone knows of.
        </p>
      ) : (
        <ul className="divide-y divide-line border-line border-t text-sm">
          {changes.map(({ at, kind, name }) => (
            <li
              key={`${at.toISOString()} ${name}`}
              className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5"
            >
              <span className="wrap-anywhere min-w-0 text-ink">
                {kinds[kind]} {name}
              </span>
              <time dateTime={at.toISOString()} className="text-faint text-xs tabular-nums">
                {formatMoment(at, tz)}
              </time>
            </li>
          ))}
          {mix.map(({ dimension, value, before: was, since: is }) => (
            <li key={`${dimension} ${value}`} className="wrap-anywhere px-4 py-2.5 text-soft tabular-nums">
              {dimensions[dimension].name} <span className="text-ink">{value}</span>: {formatPercent(is)} of
              these ratings, {formatPercent(was)} before
            </li>
          ))}
          {retrieved && (
            <li className="px-4 py-2.5 text-soft tabular-nums">
              Best passage of an answer: score {retrieved.since.toFixed(2)} on average of{" "}
              {formatCountOf(since.answers, "answer")}, {retrieved.before.toFixed(2)} before
            </li>
          )}
        </ul>
      )}
    </Card>
  );
}
