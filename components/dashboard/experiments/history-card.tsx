import { formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { splitWords, stateLabel } from "./experiment-words.ts";
import type { Transition } from "./transition.ts";

interface HistoryCardProps {
  /** Oldest first. */
  transitions: readonly Transition[];
  /** The arms, in their order. */
  variants: readonly string[];
  tz: string;
}

/** Every step and every change of the split, with who did it and why; the latest first. */
export function HistoryCard({ transitions, variants, tz }: HistoryCardProps) {
  return (
    <Card title="History" flush>
      <ol className="divide-y divide-line border-line border-t">
        {transitions.toReversed().map((transition) => (
          <li
            key={`${transition.at.toISOString()} ${transition.from} ${transition.to}`}
            className="px-4 py-3 text-sm"
          >
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="font-medium text-ink">{titleOf(transition)}</h3>
              <time dateTime={transition.at.toISOString()} className="text-faint text-xs tabular-nums">
                {formatMoment(transition.at, tz)}
              </time>
            </div>
            {transition.from !== null && (
              <p className="wrap-anywhere mt-0.5 whitespace-pre-wrap text-soft">{transition.reason}</p>
            )}
            <p className="wrap-anywhere mt-0.5 text-faint text-xs">
              {transition.by} · {splitWords(transition.split, variants)}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function titleOf({ from, to }: Pick<Transition, "from" | "to">): string {
  if (from === null) return "Created";
  if (from === to) return "Split changed";
  if (to !== "running") return stateLabel[to].words;
  return from === "draft" ? "Started" : "Resumed";
}
