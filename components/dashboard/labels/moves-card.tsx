import { formatMoment } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { ScrollBox } from "#components/ui/tables/scroll-box.tsx";
import type { LabelMove } from "#lib/act/prompts/index.ts";

/** Who moved the labels of a prompt, when, from where to where, and why; newest first. */
export function MovesCard({ moves, tz }: { moves: readonly LabelMove[]; tz: string }) {
  return (
    <Card title="Label history" note="Moves are marked on trends." flush>
      <ScrollBox label="Moves" maxHeight={384}>
        <ol className="divide-y divide-line border-line border-t">
          {moves.map(({ id, label, fromVersion, toVersion, movedBy, reason, movedAt }) => (
            <li key={id} className="px-4 py-2.5 text-sm">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Badge tone="accent">{label}</Badge>
                <span className="font-medium">{moveWords(fromVersion, toVersion)}</span>
                <span className="ml-auto text-faint text-xs tabular-nums">
                  {movedBy} · <time dateTime={movedAt.toISOString()}>{formatMoment(movedAt, tz)}</time>
                </span>
              </p>
              {reason && <p className="wrap-anywhere mt-0.5 whitespace-pre-wrap text-soft">{reason}</p>}
            </li>
          ))}
        </ol>
      </ScrollBox>
    </Card>
  );
}

function moveWords(from: string | null, to: string | null): string {
  if (from === null) return `added to ${to}`;
  return to === null ? `removed from ${from}` : `${from} → ${to}`;
}
