import { formatCategory, formatMoment } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { PendingPage } from "#lib/observe/ingest/index.ts";
import { QuotedPassage } from "../interactions/quoted-passage.tsx";
import { DeleteWaiting } from "./delete-pending.tsx";
import { pendingText } from "./pending-text.ts";

/** Pending events, the latest first: what each says, and the id of its interaction. */
export function PendingList({ items, ...rest }: Omit<LineProps, "item"> & { items: PendingPage["data"] }) {
  return (
    <ul className="divide-y divide-line">
      {items.map((item) => (
        <Line key={`${item.type} ${item.eventId}`} item={item} {...rest} />
      ))}
    </ul>
  );
}

interface LineProps {
  item: PendingPage["data"][number];
  tz: string;
  /** The endpoint that deletes events; null for readers without permission. */
  deletesAt: string | null;
}

function Line({ item, tz, deletesAt }: LineProps) {
  const { icon: Icon, tone, words, categories, passage, text } = pendingText(item);
  return (
    <li className="flex gap-2.5 px-4 py-3">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
      <div className="min-w-0 flex-1 space-y-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <p className="font-medium text-sm">{words}</p>
          <time
            dateTime={item.receivedAt.toISOString()}
            className="whitespace-nowrap text-faint text-xs tabular-nums"
          >
            {formatMoment(item.receivedAt, tz)}
          </time>
        </div>
        {passage && <QuotedPassage exact={passage} prefix={null} suffix={null} />}
        {categories.length > 0 && (
          <p className="flex flex-wrap gap-1">
            {categories.map((category) => (
              <Badge key={category}>{formatCategory(category)}</Badge>
            ))}
          </p>
        )}
        {text && <p className="line-clamp-4 whitespace-pre-wrap text-sm text-soft wrap-anywhere">{text}</p>}
        <p className="text-faint text-xs">
          {item.interactionId === null ? "Session" : "Interaction"}{" "}
          <code className="font-mono text-soft wrap-anywhere">{item.interactionId ?? item.sessionId}</code>
        </p>
      </div>
      {deletesAt && (
        <DeleteWaiting
          url={`${deletesAt}&${new URLSearchParams({ type: item.type, event_id: item.eventId })}`}
          title="Delete this event?"
        />
      )}
    </li>
  );
}
