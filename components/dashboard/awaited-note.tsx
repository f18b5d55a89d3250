import type { AwaitedPage } from "#lib/observe/ingest/index.ts";
import { Link } from "../ui/link.tsx";
import { awaitedSentence } from "./awaited-words.ts";

/** That events wait for their interaction, with the way to them; where none does, nothing. */
export function awaitedNote(counts: AwaitedPage["counts"], path: string) {
  const sentence = awaitedSentence(counts);
  if (!sentence) return undefined;
  return (
    <>
      {sentence}{" "}
      <Link
        href={counts.waiting === 0 ? `${path}?state=orphaned` : path}
        className="whitespace-nowrap text-soft underline underline-offset-2 hover:text-ink"
      >
        See which
      </Link>
    </>
  );
}
