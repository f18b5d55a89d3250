import { MessageSquareText, PenLine, Star, ThumbsDown, ThumbsUp } from "lucide-react";
import { formatCountOf } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { InteractionListItem } from "#lib/observe/interactions/index.ts";

/** What was said of an interaction, as small marks with their numbers. */
export function RatingMarks({ item }: { item: Omit<InteractionListItem, "matches"> }) {
  const { thumbsUp, thumbsDown, stars, corrections, comments, inBursts, leftOut } = item;
  const counted: MarkProps[] = [
    {
      icon: ThumbsUp,
      tone: "text-good",
      count: thumbsUp,
      label: formatCountOf(thumbsUp, "thumb up", "thumbs up"),
    },
    {
      icon: ThumbsDown,
      tone: "text-bad",
      count: thumbsDown,
      label: formatCountOf(thumbsDown, "thumb down", "thumbs down"),
    },
    {
      icon: Star,
      tone: "text-warn",
      count: stars === null ? 0 : 1,
      text: stars?.toFixed(1).replace(".0", "") ?? "",
      label: `${stars?.toFixed(1)} stars`,
    },
    { icon: PenLine, tone: "text-accent", count: corrections, label: formatCountOf(corrections, "edit") },
    {
      icon: MessageSquareText,
      tone: "text-soft",
      count: comments,
      label: formatCountOf(comments, "comment"),
    },
  ];
  const shown = counted.filter(({ count }) => count > 0);
  if (shown.length === 0 && inBursts === 0) return <span className="text-faint text-xs">Not rated</span>;
  return (
    <span className="flex items-center gap-2.5">
      {shown.map((mark) => (
        <Mark key={mark.tone} {...mark} />
      ))}
      {inBursts > 0 && (
        <Badge tone={leftOut > 0 ? "neutral" : "warn"}>
          {leftOut > 0
            ? `${formatCountOf(leftOut, "rating")} excluded`
            : `${formatCountOf(inBursts, "rating")} in a burst`}
        </Badge>
      )}
    </span>
  );
}

interface MarkProps {
  icon: typeof ThumbsUp;
  tone: string;
  label: string;
  /** Shown from two on; 0 for none, which is not drawn. */
  count: number;
  text?: string;
}

function Mark({ icon: Icon, tone, label, count, text }: MarkProps) {
  const shown = text ?? (count > 1 ? String(count) : null);
  return (
    <span title={label} className={`inline-flex items-center gap-1 text-xs tabular-nums ${tone}`}>
      <Icon aria-hidden className="size-4" />
      {shown && <span aria-hidden>{shown}</span>}
      <span className="sr-only">{label}</span>
    </span>
  );
}
