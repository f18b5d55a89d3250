import Link from "next/link";
import type { InteractionListItem } from "#lib/observe/interactions/index";
import { Badge } from "../ui/badge.tsx";
import { RatingMarks } from "./rating-marks.tsx";
import { categoryWords, durationWords, momentWords, plainWords } from "./words.ts";

interface InteractionListProps {
  items: readonly InteractionListItem[];
  base: string;
  tz: string;
}

/** Interactions, one a line, each leading to its detail. */
export function InteractionList({ items, base, tz }: InteractionListProps) {
  return (
    <ul className="divide-y divide-line">
      {items.map((item) => (
        <li
          key={item.interactionId}
          className="relative grid gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover/60 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="min-w-0">
            <Link
              href={`${base}/interactions/${encodeURIComponent(item.interactionId)}`}
              className="block truncate font-medium text-ink text-sm after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
            >
              {item.inputExcerpt?.trim() || "Input not given"}
            </Link>
            <p className="mt-0.5 line-clamp-2 break-words text-faint text-sm">
              {plainWords(item.responseExcerpt)}
            </p>
            <Facts item={item} />
          </div>
          <div className="flex items-center gap-3 sm:flex-col sm:items-end sm:gap-1.5">
            <RatingMarks item={item} />
            <time
              dateTime={item.createdAt.toISOString()}
              className="whitespace-nowrap text-faint text-xs tabular-nums"
            >
              {momentWords(item.createdAt, tz)}
            </time>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Facts({ item }: { item: InteractionListItem }) {
  const prompt = [item.promptTemplate, item.promptVersion].filter(Boolean).join(" ");
  const facts = [item.featureName, item.modelName, prompt].filter(Boolean);
  return (
    <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-faint text-xs">
      <span className="break-all">{facts.join(" · ")}</span>
      {item.responseLatencyMs !== null && (
        <span className="tabular-nums">{durationWords(item.responseLatencyMs)}</span>
      )}
      {item.categories.map((category) => (
        <Badge key={category} tone="bad">
          <span className="truncate">{categoryWords(category)}</span>
        </Badge>
      ))}
    </p>
  );
}
