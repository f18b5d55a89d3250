import { formatCategory, formatDuration, formatMoment, stripMarkdown } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Link } from "#components/ui/link.tsx";
import type { InteractionListItem } from "#lib/observe/interactions/index.ts";
import type { Excerpt } from "#lib/observe/search/index.ts";
import { interactionAddress, lineId } from "../url/list-link.ts";
import { RatingMarks } from "./rating-marks.tsx";

interface InteractionListProps {
  items: readonly InteractionListItem[];
  base: string;
  tz: string;
  /** The query of the list, by which the detail knows the way back and on. */
  query?: string;
}

/** Interactions, one a line, each leading to its detail. */
export function InteractionList({ items, base, tz, query = "" }: InteractionListProps) {
  return (
    <ul className="divide-y divide-line">
      {items.map((item) => (
        <li
          key={item.interactionId}
          id={lineId(item.interactionId)}
          className="relative grid scroll-my-24 gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover/60 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <Link
              data-line
              href={interactionAddress(base, item.interactionId, query)}
              className="block truncate font-medium text-ink text-sm after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
            >
              {item.matches?.input ? (
                <MarkedExcerpt excerpt={item.matches.input} />
              ) : (
                item.inputExcerpt?.trim() || "No input"
              )}
            </Link>
            <Body item={item} />
            <Facts item={item} />
          </div>
          <div className="flex items-center gap-3 sm:flex-col sm:items-end sm:gap-1.5">
            <RatingMarks item={item} />
            <time
              dateTime={item.createdAt.toISOString()}
              className="whitespace-nowrap text-faint text-xs tabular-nums"
            >
              {formatMoment(item.createdAt, tz)}
            </time>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The beginning of the response, or the match in it, in its feedback or in its prompt. */
function Body({ item: { matches, responseExcerpt } }: { item: InteractionListItem }) {
  const elsewhere = matches?.response || matches?.said || matches?.input ? null : matches?.prompt;
  return (
    <>
      <p className="mt-0.5 line-clamp-2 break-words text-faint text-sm">
        {matches?.response ? <MarkedExcerpt excerpt={matches.response} /> : stripMarkdown(responseExcerpt)}
      </p>
      {matches?.said && <Place name="Said of it" excerpt={matches.said} />}
      {elsewhere && <Place name="Prompt" excerpt={elsewhere} />}
    </>
  );
}

function Place({
  name,
  excerpt,
}: {
  name: string;
  excerpt: NonNullable<NonNullable<InteractionListItem["matches"]>["said"]>;
}) {
  return (
    <p className="mt-1 line-clamp-2 break-words border-line-strong border-l-2 pl-2 text-sm text-soft">
      <span className="text-faint">{name}: </span>
      <MarkedExcerpt excerpt={excerpt} />
    </p>
  );
}

function Facts({ item }: { item: InteractionListItem }) {
  const prompt = [item.promptTemplate, item.promptVersion].filter(Boolean).join(" ");
  const facts = [item.featureName, item.modelName, prompt].filter(Boolean);
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-faint text-xs">
      <span className="break-all">{facts.join(" · ")}</span>
      {item.responseLatencyMs !== null && (
        <span className="tabular-nums">{formatDuration(item.responseLatencyMs)}</span>
      )}
      {item.categories.map((category) => (
        <Badge key={category} tone="bad">
          <span className="truncate">{formatCategory(category)}</span>
        </Badge>
      ))}
    </p>
  );
}

/** Some of a text, with the words that were looked for marked. */
function MarkedExcerpt({ excerpt }: { excerpt: Excerpt }) {
  return excerpt.map(
    ({ text, hit }, index) =>
      // biome-ignore-start lint/suspicious/noArrayIndexKey: an excerpt is made whole and never reordered.
      hit ? (
        <mark key={index} className="rounded-xs bg-warn-tint text-ink">
          {text}
        </mark>
      ) : (
        <span key={index}>{text}</span>
      ),
    // biome-ignore-end lint/suspicious/noArrayIndexKey: as above.
  );
}
