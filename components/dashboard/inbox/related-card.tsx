import { formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import type { InboxLine } from "#lib/use-cases/inbox/list-inbox.ts";
import { toRow } from "./inbox-row.ts";

interface RelatedCardProps {
  /** What they have in common, in words. */
  note: string;
  lines: readonly InboxLine[];
  addressOf: (id: string) => string;
  tz: string;
}

/** Other open items like this one; nothing where there are none. */
export function RelatedCard({ note, lines, addressOf, tz }: RelatedCardProps) {
  if (lines.length === 0) return null;
  return (
    <Card title="Related items" note={note}>
      <ul className="space-y-2">
        {lines.map(toRow).map(({ id, title, at }) => (
          <li key={id} className="flex items-baseline gap-3 text-sm">
            <Link href={addressOf(id)} scroll={false} className="min-w-0 flex-1 truncate hover:underline">
              {title}
            </Link>
            <time dateTime={at.toISOString()} className="whitespace-nowrap text-faint text-xs tabular-nums">
              {formatMoment(at, tz)}
            </time>
          </li>
        ))}
      </ul>
    </Card>
  );
}
