import { formatCountOf } from "#components/format/numbers.ts";
import { Link } from "#components/ui/link.tsx";

/** Most answers that are listed. */
const LISTED = 20;

interface AnswerListProps {
  base: string;
  ids: readonly string[];
  /** What they are behind, for those who do not see it. */
  of: string;
}

/** The answers behind a figure that no list can name, each a link. */
export function AnswerList({ base, ids, of }: AnswerListProps) {
  if (ids.length === 0) return null;
  return (
    <details className="mt-1">
      <summary
        aria-label={`${formatCountOf(ids.length, "answer")} behind: ${of}`}
        className="w-fit cursor-pointer py-0.5 text-faint text-xs hover:text-ink pointer-coarse:py-2"
      >
        {formatCountOf(ids.length, "answer")}
      </summary>
      <ol className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-xs pointer-coarse:gap-y-3">
        {ids.slice(0, LISTED).map((id, index) => (
          <li key={id}>
            <Link
              href={`${base}/interactions/${encodeURIComponent(id)}`}
              className="text-soft underline decoration-line-strong underline-offset-3 hover:text-ink hover:decoration-ink"
            >
              Answer {index + 1}
            </Link>
          </li>
        ))}
        {ids.length > LISTED && <li className="text-faint">and {ids.length - LISTED} older</li>}
      </ol>
    </details>
  );
}
