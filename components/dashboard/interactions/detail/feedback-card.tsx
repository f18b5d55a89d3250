import { ratingLabel } from "#components/figures/rating-label.ts";
import { formatCategory } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import type { ShownFeedback, ShownText } from "#lib/observe/interactions/index.ts";
import { Attribution } from "./attribution.tsx";
import { COMMENT_ROOM, folded, ShowAll, type WholePlace } from "./long-text.tsx";

/** Most ratings that an interaction is read with. */
const FEEDBACK_MAX = 100;

/** Everything that was said of an interaction, the earliest first. */
export function FeedbackCard({
  feedback,
  place,
  tz,
}: {
  feedback: readonly ShownFeedback[];
  place: WholePlace;
  tz: string;
}) {
  return (
    <Card title="Feedback" note={feedback.length < FEEDBACK_MAX ? undefined : `The first ${feedback.length}`}>
      {feedback.length === 0 ? (
        <p className="text-faint text-sm">No ratings yet.</p>
      ) : (
        <ul className="space-y-4">
          {feedback.map((item) => (
            <Item key={item.feedbackId} item={item} place={place} tz={tz} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Item({ item, place, tz }: { item: ShownFeedback; place: WholePlace; tz: string }) {
  const { icon: Icon, tone, words } = ratingLabel(item);
  const changed = item.updatedAt.getTime() !== item.createdAt.getTime();
  return (
    <li className="flex gap-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
      <div className="min-w-0 flex-1 space-y-1">
        <p className="flex flex-wrap items-center gap-1.5 font-medium text-sm">
          {words}
          {item.scoredSession && <Badge>Session</Badge>}
          {item.burstId && (
            <Badge tone={item.leftOut ? "neutral" : "warn"}>
              {item.leftOut ? "In a burst, excluded" : "In a burst"}
            </Badge>
          )}
          {item.source === "reviewer" && <Badge>Reviewer</Badge>}
        </p>
        {item.ratingCategories.length > 0 && (
          <p className="flex flex-wrap gap-1">
            {item.ratingCategories.map((category) => (
              <Badge key={category}>{formatCategory(category)}</Badge>
            ))}
          </p>
        )}
        {item.comment?.text && (
          <Comment shown={item.comment} name={`comment:${item.feedbackId}`} place={place} />
        )}
        {item.more && <p className="font-mono text-faint text-xs wrap-anywhere">{item.more}</p>}
        <Attribution
          at={changed ? item.updatedAt : item.createdAt}
          tz={tz}
          userHash={item.userHash}
          changed={changed}
        />
      </div>
    </li>
  );
}

function Comment({ shown, name, place }: { shown: ShownText; name: string; place: WholePlace }) {
  const comment = folded({ shown, name, place }, COMMENT_ROOM);
  return (
    <blockquote className="whitespace-pre-wrap border-line-strong border-l-2 pl-2.5 text-sm text-soft wrap-anywhere">
      {comment.text}
      {comment.cut && "…"}
      <ShowAll shown={comment} name={name} place={place} />
    </blockquote>
  );
}
