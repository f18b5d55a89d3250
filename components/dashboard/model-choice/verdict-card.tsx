import { CircleCheck, Hourglass } from "lucide-react";
import { formatMoment } from "#components/format/numbers.ts";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { RecommendationJson } from "#lib/use-cases/models/recommendation-json.ts";
import { choiceHeadline } from "./choice-words.ts";

interface VerdictCardProps {
  found: RecommendationJson;
  base: string;
  tz: string;
}

/** What to do about the model, why, and what to know before. */
export function VerdictCard({ found, base, tz }: VerdictCardProps) {
  const isOpen = found.recommendation === "not_enough_data";
  const Icon = isOpen ? Hourglass : CircleCheck;
  return (
    <Card title="Recommendation" note={<Source {...{ found, base, tz }} />}>
      <p className="flex items-start gap-2 font-semibold text-ink text-lg">
        <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${isOpen ? "text-faint" : "text-good"}`} />
        <span className="wrap-anywhere">{choiceHeadline(found)}</span>
      </p>
      <ul className="mt-2 max-w-prose list-disc space-y-1 pl-5 text-sm text-soft">
        {found.reasons.map(({ code, message }) => (
          <li key={`${code} ${message}`} className="wrap-anywhere">
            {message}
          </li>
        ))}
      </ul>
      {found.warnings.length > 0 && (
        <Notice tone="warn" className="mt-3">
          <div className="space-y-1">
            {found.warnings.map(({ code, message }) => (
              <p key={`${code} ${message}`} className="wrap-anywhere">
                {message}
              </p>
            ))}
          </div>
        </Notice>
      )}
    </Card>
  );
}

/** Where the numbers come from. */
function Source({ found: { experiment, since, shortened }, base, tz }: VerdictCardProps) {
  if (experiment !== null)
    return (
      <>
        From the experiment{" "}
        <Link
          href={`${base}/experiments/${encodeURIComponent(experiment)}`}
          className="underline decoration-line-strong underline-offset-3 hover:text-ink"
        >
          {experiment}
        </Link>
        , which assigned users at random. Intervals hold however often you look.
      </>
    );
  if (since === null) return "From the answers of the last 28 days.";
  const all = shortened ? "as many as can be read at once" : "the last 28 days";
  return `From the answers since ${formatMoment(new Date(since), tz)}: ${all}.`;
}
