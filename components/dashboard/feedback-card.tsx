import { MessageSquareText, PenLine, Star, ThumbsDown, ThumbsUp } from "lucide-react";
import type { FeedbackItem } from "#lib/observe/interactions/index";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";
import { categoryWords, momentWords } from "./words.ts";

/** Everything that was said of an interaction, the earliest first. */
export function FeedbackCard({ feedback, tz }: { feedback: readonly FeedbackItem[]; tz: string }) {
  return (
    <Card title="Feedback">
      {feedback.length === 0 ? (
        <p className="text-faint text-sm">Nobody has rated this answer.</p>
      ) : (
        <ul className="space-y-4">
          {feedback.map((item) => (
            <Item key={item.feedbackId} item={item} tz={tz} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Item({ item, tz }: { item: FeedbackItem; tz: string }) {
  const { icon: Icon, tone, words } = look(item);
  const changed = item.updatedAt.getTime() !== item.createdAt.getTime();
  return (
    <li className="flex gap-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
      <div className="min-w-0 flex-1 space-y-1">
        <p className="font-medium text-sm">{words}</p>
        {item.ratingCategories.length > 0 && (
          <p className="flex flex-wrap gap-1">
            {item.ratingCategories.map((category) => (
              <Badge key={category}>{categoryWords(category)}</Badge>
            ))}
          </p>
        )}
        {item.feedbackComment && (
          <blockquote className="whitespace-pre-wrap border-line-strong border-l-2 pl-2.5 text-sm text-soft wrap-anywhere">
            {item.feedbackComment}
          </blockquote>
        )}
        <p className="text-faint text-xs tabular-nums">
          {momentWords(changed ? item.updatedAt : item.createdAt, tz)}
          {changed && ", changed"}
          {item.userHash && (
            <span title={`User ${item.userHash}`}>
              {" · user "}
              <code className="font-mono">{item.userHash.slice(0, 8)}</code>
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

function look({ ratingType, ratingValue }: FeedbackItem) {
  if (ratingType === "stars") return { icon: Star, tone: "text-warn", words: `${ratingValue} of 5 stars` };
  if (ratingType === "correction")
    return { icon: PenLine, tone: "text-accent", words: "Edited the response" };
  if (ratingType === "comment") return { icon: MessageSquareText, tone: "text-soft", words: "Commented" };
  return ratingValue === 1
    ? { icon: ThumbsUp, tone: "text-good", words: "Thumb up" }
    : { icon: ThumbsDown, tone: "text-bad", words: "Thumb down" };
}
