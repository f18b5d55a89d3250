import { formatCountOf } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { ShownPassage } from "#lib/observe/interactions/index.ts";
import { LongText, type WholePlace } from "./long-text.tsx";

/** The passages that the model was given to answer from. */
export function ContextCard({ passages, place }: { passages: readonly ShownPassage[]; place: WholePlace }) {
  return (
    <Card title="Retrieved context" note={formatCountOf(passages.length, "passage")}>
      <ol className="space-y-3">
        {passages.map((passage, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is stored and never changes its order.
          <li key={index} className="border-line border-l-2 pl-3">
            <p className="mb-1 flex flex-wrap items-center gap-1.5 text-faint text-xs">
              <span className="tabular-nums">{index + 1}</span>
              {passage.source && <span className="break-all text-soft">{passage.source}</span>}
              {passage.id && <code className="break-all font-mono">{passage.id}</code>}
              {passage.score !== null && <Badge>score {passage.score.toFixed(2)}</Badge>}
              {passage.contentVersion && <Badge>version {passage.contentVersion}</Badge>}
            </p>
            <LongText shown={passage} name={`passage:${index + 1}`} place={place} />
          </li>
        ))}
      </ol>
    </Card>
  );
}
