import { TriangleAlert } from "lucide-react";
import { RatingMarks } from "#components/dashboard/interactions/rating-marks.tsx";
import { formatCategory, formatMoment } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { Link } from "#components/ui/link.tsx";
import type { InboxRow } from "./inbox-row.ts";
import { formatState } from "./inbox-words.ts";

interface InboxListProps {
  rows: readonly InboxRow[];
  /** The one that is shown beside the list. */
  shownId: string | null;
  checked: ReadonlySet<string>;
  /** Whether the reader may change items. */
  mayEdit: boolean;
  tz: string;
  addressOf: (id: string) => string;
  onCheck: (id: string) => void;
}

/** The items of a list, one a row, each leading to what it is about. */
export function InboxList({ rows, shownId, checked, mayEdit, tz, addressOf, onCheck }: InboxListProps) {
  return (
    <ul aria-label="Items" className="divide-y divide-line">
      {rows.map((row) => (
        <li
          key={row.id}
          data-item={row.id}
          className={joinClasses(
            "relative flex scroll-my-24 gap-2.5 px-3 py-2.5",
            row.id === shownId ? "bg-accent-tint" : "hover:bg-hover/60",
            row.state === "resolved" && "opacity-70",
          )}
        >
          {mayEdit && (
            <label className="relative z-10 -m-1.5 flex size-7 shrink-0 items-center justify-center pointer-coarse:size-10">
              <input
                type="checkbox"
                aria-label={`Select ${row.title}`}
                checked={checked.has(row.id)}
                onChange={() => onCheck(row.id)}
                className="size-4 accent-accent"
              />
            </label>
          )}
          <Row row={row} isShown={row.id === shownId} href={addressOf(row.id)} tz={tz} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row, isShown, href, tz }: { row: InboxRow; isShown: boolean; href: string; tz: string }) {
  const { answer, state, tags } = row;
  const isUnread = state === "unread";
  const facts = answer
    ? [answer.featureName, [answer.promptTemplate, answer.promptVersion].filter(Boolean).join(" ")].filter(
        Boolean,
      )
    : [];
  return (
    <div className="min-w-0 flex-1">
      <p className="flex items-baseline gap-2">
        {isUnread && <span aria-hidden className="size-2 shrink-0 self-center rounded-full bg-accent" />}
        <Link
          data-line
          href={href}
          scroll={false}
          aria-current={isShown ? "true" : undefined}
          className={joinClasses(
            "min-w-0 flex-1 truncate text-ink text-sm after:absolute after:inset-0",
            "focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2",
            isUnread ? "font-semibold" : "font-normal",
          )}
        >
          {isUnread && <span className="sr-only">Unread: </span>}
          {row.title}
        </Link>
        <time
          dateTime={row.at.toISOString()}
          className="shrink-0 whitespace-nowrap text-faint text-xs tabular-nums"
        >
          {formatMoment(row.at, tz)}
        </time>
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-faint text-xs">
        {answer && <RatingMarks item={answer} />}
        {row.kind === "problem" && (
          <Badge tone="bad">
            <TriangleAlert aria-hidden className="size-3" />
            Problem
          </Badge>
        )}
        <span className="wrap-anywhere">{facts.join(" · ")}</span>
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-1 empty:hidden">
        {!isUnread && state !== "read" && (
          <Badge tone={state === "resolved" ? "good" : "accent"}>{formatState(row, tz)}</Badge>
        )}
        {row.isNew && !isUnread && <Badge tone="warn">New feedback</Badge>}
        {answer?.categories.slice(0, 3).map((category) => (
          <Badge key={category}>{formatCategory(category)}</Badge>
        ))}
        {tags.map((tag) => (
          <Badge key={tag} tone="accent">
            {tag}
          </Badge>
        ))}
      </p>
    </div>
  );
}
