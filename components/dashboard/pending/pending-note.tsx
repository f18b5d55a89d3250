import { Link } from "#components/ui/link.tsx";
import type { PendingPage } from "#lib/observe/ingest/index.ts";
import { pendingSentence } from "./pending-text.ts";

/** How many events are pending, with a link to them; undefined where there are none. */
export function pendingNote(counts: PendingPage["counts"], path: string) {
  const sentence = pendingSentence(counts);
  if (!sentence) return undefined;
  return (
    <>
      {sentence}{" "}
      <Link
        href={counts.waiting === 0 ? `${path}?state=orphaned` : path}
        className="whitespace-nowrap text-soft underline underline-offset-2 hover:text-ink"
      >
        View pending feedback
      </Link>
    </>
  );
}
