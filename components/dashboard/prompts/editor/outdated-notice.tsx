import { WordDifference } from "#components/dashboard/corrections/word-difference.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { ScrollBox } from "#components/ui/tables/scroll-box.tsx";
import type { Outdated } from "./editor-draft.ts";

interface OutdatedNoticeProps {
  outdated: Outdated;
  /** The version that the reader's was made from. */
  parent: string;
  /** Address of the prompt's page. */
  href: string;
  onRebase: () => void;
}

/** That somebody added a version meanwhile: who, why, and what it changed. Nothing is merged for the reader. */
export function OutdatedNotice({
  outdated: { newest, changes, edits },
  parent,
  href,
  onRebase,
}: OutdatedNoticeProps) {
  return (
    <Notice tone="warn">
      <div role="alert">
        <p className="font-medium">
          {newest} was added since {parent}. Your version was not saved.
        </p>
        <ul className="mt-1 space-y-0.5 text-ink">
          {changes.map(({ version, author, note }) => (
            <li key={version} className="wrap-anywhere">
              {version} by {author}
              {note && `: ${note}`}
            </li>
          ))}
        </ul>
      </div>
      <Edits edits={edits} {...{ parent, newest }} />
      <p className="mt-3 flex flex-wrap items-center gap-2">
        <Button size="small" onClick={onRebase}>
          Keep my text, based on {newest}
        </Button>
        <a
          href={`${href}?${new URLSearchParams({ version: newest })}`}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-6 items-center text-ink underline underline-offset-3"
        >
          Open {newest} in a new tab
        </a>
      </p>
    </Notice>
  );
}

/** The lines that differ. */
function Edits({ edits, parent, newest }: Pick<Outdated, "edits" | "newest"> & { parent: string }) {
  if (!edits || edits.length === 0) return null;
  return (
    <div className="mt-2">
      <p className="text-xs">
        Changes from {parent} to {newest}:
      </p>
      <ScrollBox label="Changes" maxHeight={240}>
        <p className="wrap-anywhere mt-1 whitespace-pre-wrap rounded-md bg-surface p-2 font-mono text-ink text-xs leading-5">
          <WordDifference edits={edits} />
        </p>
      </ScrollBox>
    </div>
  );
}
