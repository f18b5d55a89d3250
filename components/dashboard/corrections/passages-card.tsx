import { formatCategory, formatCountOf } from "#components/format/numbers.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Passage } from "#lib/observe/annotations/index.ts";

/** Most categories that a passage shows. */
const CATEGORIES = 3;

/** The passages that most users marked, each leading to where it was marked last. */
export function PassagesCard({ passages, base }: { passages: readonly Passage[]; base: string }) {
  return (
    <Card
      title="Most highlighted passages"
      note="By number of users, from the latest 2,000 highlights. Highlights with the same words count as one passage. Click a passage to see its latest highlight."
      flush
    >
      {passages.length === 0 ? (
        <p className="px-4 pb-4 text-soft text-sm">
          No highlights in this period. Add the InlineAnnotations widget to let users highlight what is wrong
          in an answer.
        </p>
      ) : (
        <ol className="divide-y divide-line border-line border-t">
          {passages.map((passage) => (
            <li key={passage.quote} className="flex items-start gap-3 px-4 py-2.5">
              <div className="min-w-0 flex-1">
                <Link
                  href={`${base}/interactions/${encodeURIComponent(passage.interactionId)}`}
                  className="line-clamp-2 text-ink text-sm wrap-anywhere underline decoration-line-strong underline-offset-3 hover:decoration-ink"
                >
                  “{passage.quote}”
                </Link>
                <p className="mt-1 flex flex-wrap gap-1">
                  {passage.categories.slice(0, CATEGORIES).map(({ category }) => (
                    <Badge key={category} tone="bad">
                      {formatCategory(category)}
                    </Badge>
                  ))}
                </p>
              </div>
              <span className="whitespace-nowrap text-faint text-xs tabular-nums">
                {formatCountOf(passage.count, "user")}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
