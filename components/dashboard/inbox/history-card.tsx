import { formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import type { InboxEvent } from "#lib/act/inbox/index.ts";
import { formatStep } from "./inbox-words.ts";

interface HistoryCardProps {
  history: readonly InboxEvent[];
  members: readonly { userId: string; name: string }[];
  tz: string;
}

/** What was done to an item, and the notes on it, the latest first; nothing where nobody did anything. */
export function HistoryCard({ history, members, tz }: HistoryCardProps) {
  if (history.length === 0) return null;
  const nameOf = (id: string) => members.find(({ userId }) => userId === id)?.name ?? "somebody who left";
  return (
    <Card title="History">
      <ol className="space-y-3">
        {history.map((event) => (
          <li key={event.eventId} className="text-sm">
            <p className="text-soft wrap-anywhere">
              <span className="font-medium text-ink">{event.by}</span> {formatStep(event, nameOf, tz)}
              <time dateTime={event.at.toISOString()} className="ml-2 whitespace-nowrap text-faint text-xs">
                {formatMoment(event.at, tz)}
              </time>
            </p>
            {event.note && (
              <blockquote className="mt-1 whitespace-pre-wrap border-line-strong border-l-2 pl-2.5 text-ink wrap-anywhere">
                {event.note}
              </blockquote>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
