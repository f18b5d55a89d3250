import { MessageSquareText, PenLine, Star, ThumbsDown, ThumbsUp } from "lucide-react";
import type { ReactNode } from "react";
import type { InteractionListItem } from "#lib/observe/interactions/index.ts";
import { Badge } from "../ui/badge.tsx";
import { countOf } from "./words.ts";

/** What was said of an interaction, as small marks with their numbers. */
export function RatingMarks({ item }: { item: InteractionListItem }) {
  const marks: ReactNode[] = [];
  const { thumbsUp, thumbsDown, stars, corrections, comments } = item;
  if (thumbsUp > 0)
    marks.push(
      <Mark
        key="up"
        icon={ThumbsUp}
        tone="text-good"
        count={thumbsUp}
        label={countOf(thumbsUp, "thumb up", "thumbs up")}
      />,
    );
  if (thumbsDown > 0)
    marks.push(
      <Mark
        key="down"
        icon={ThumbsDown}
        tone="text-bad"
        count={thumbsDown}
        label={countOf(thumbsDown, "thumb down", "thumbs down")}
      />,
    );
  if (stars !== null)
    marks.push(
      <Mark
        key="stars"
        icon={Star}
        tone="text-warn"
        text={stars.toFixed(1).replace(".0", "")}
        label={`${stars.toFixed(1)} stars`}
      />,
    );
  if (corrections > 0)
    marks.push(
      <Mark
        key="edit"
        icon={PenLine}
        tone="text-accent"
        count={corrections}
        label={countOf(corrections, "edit")}
      />,
    );
  if (comments > 0)
    marks.push(
      <Mark
        key="words"
        icon={MessageSquareText}
        tone="text-soft"
        count={comments}
        label={countOf(comments, "comment")}
      />,
    );
  const { inBursts, leftOut } = item;
  if (inBursts > 0)
    marks.push(
      <Badge key="bursts" tone={leftOut > 0 ? "neutral" : "warn"}>
        {leftOut > 0 ? `${countOf(leftOut, "rating")} left out` : `${countOf(inBursts, "rating")} in a burst`}
      </Badge>,
    );
  if (marks.length === 0) return <span className="text-faint text-xs">Not rated</span>;
  return <span className="flex items-center gap-2.5">{marks}</span>;
}

interface MarkProps {
  icon: typeof ThumbsUp;
  tone: string;
  label: string;
  /** Shown from two on. */
  count?: number;
  text?: string;
}

function Mark({ icon: Icon, tone, label, count = 1, text }: MarkProps) {
  const shown = text ?? (count > 1 ? String(count) : null);
  return (
    <span title={label} className={`inline-flex items-center gap-1 text-xs tabular-nums ${tone}`}>
      <Icon aria-hidden className="size-4" />
      {shown && <span aria-hidden>{shown}</span>}
      <span className="sr-only">{label}</span>
    </span>
  );
}
