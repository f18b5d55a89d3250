import { formatUnitCount } from "#components/figures/figure-target.ts";
import { formatCount, formatMoment, stripMarkdown } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Pair, PairAnswer } from "#lib/observe/preferences/index.ts";
import { formatPrompt } from "../url/prompt-names.ts";

interface PairListProps {
  pairs: readonly Pair[];
  total: number;
  base: string;
  tz: string;
}

/** Pairs of compared answers, the latest first. */
export function PairList({ pairs, total, base, tz }: PairListProps) {
  const part = pairs.length < total ? `, latest ${formatCount(pairs.length)} shown` : "";
  return (
    <>
      <p className="mb-2 text-faint text-sm" role="status" data-total={total} data-unit="pairs">
        {formatUnitCount(total, "pairs")}
        {part}
      </p>
      <Card flush>
        <ol>
          {pairs.map(({ preferenceId, preferred, rejected, tie, comment, createdAt }) => (
            <li key={preferenceId} className="border-line border-t px-4 py-3 text-sm first:border-t-0">
              <p className="text-faint text-xs">
                {formatMoment(createdAt, tz)}
                {tie && " · tie"}
              </p>
              <div className="mt-1 grid gap-x-6 gap-y-3 md:grid-cols-2">
                <Answer answer={preferred} mark={tie ? null : "Preferred"} base={base} />
                <Answer answer={rejected} mark={null} base={base} />
              </div>
              {comment && <p className="wrap-anywhere mt-2 text-soft">“{comment}”</p>}
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}

function Answer({ answer, mark, base }: { answer: PairAnswer; mark: string | null; base: string }) {
  const { interactionId, model, promptTemplate, promptVersion, excerpt } = answer;
  const prompt = { promptTemplate: promptTemplate || null, promptVersion: promptVersion || null };
  return (
    <div className="min-w-0">
      <p className="flex min-h-6 flex-wrap items-center gap-x-2">
        <Link
          href={`${base}/interactions/${encodeURIComponent(interactionId)}`}
          className="wrap-anywhere font-medium text-ink underline decoration-line-strong underline-offset-3 hover:decoration-ink"
        >
          {model}
        </Link>
        <span className="wrap-anywhere text-faint text-xs">{formatPrompt(prompt)}</span>
        {mark && <Badge tone="good">{mark}</Badge>}
      </p>
      <p className="wrap-anywhere mt-0.5 line-clamp-3 text-soft">{stripMarkdown(excerpt)}</p>
    </div>
  );
}
