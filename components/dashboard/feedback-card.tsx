import type { FeedbackItem } from "#lib/observe/interactions/index";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";
import { otherMetadata } from "./edit-words.ts";
import { ratingLook } from "./rating-look.ts";
import { SaidBy } from "./said-by.tsx";
import { categoryWords } from "./words.ts";

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
  const { icon: Icon, tone, words } = ratingLook(item);
  const changed = item.updatedAt.getTime() !== item.createdAt.getTime();
  const more = otherMetadata(item.metadata);
  return (
    <li className="flex gap-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
      <div className="min-w-0 flex-1 space-y-1">
        <p className="flex flex-wrap items-center gap-1.5 font-medium text-sm">
          {words}
          {item.scoredSession && <Badge>Session</Badge>}
          {item.source === "reviewer" && <Badge>Reviewer</Badge>}
        </p>
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
        {more && <p className="font-mono text-faint text-xs wrap-anywhere">{JSON.stringify(more)}</p>}
        <SaidBy
          at={changed ? item.updatedAt : item.createdAt}
          tz={tz}
          userHash={item.userHash}
          changed={changed}
        />
      </div>
    </li>
  );
}
