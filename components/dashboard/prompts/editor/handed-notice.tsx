import { Notice } from "#components/ui/notice.tsx";
import { listWords } from "#lib/domain/list-words.ts";
import type { HandedDraft } from "./handed-draft.ts";

/** Where the draft in the editor comes from, and what it lacks; or that it is gone. */
export function HandedNotice({ handed }: { handed: HandedDraft | null }) {
  if (!handed)
    return <Notice tone="warn">The draft is not in this tab any more. Open it again from the report.</Notice>;
  return (
    <>
      <Notice>
        This draft follows the report of {handed.version}. Read it before you add it: nothing is saved yet.
      </Notice>
      {handed.lost.length > 0 && (
        <Notice tone="warn">
          The model left out {listWords(handed.lost)}, which {handed.version} has. Put{" "}
          {handed.lost.length === 1 ? "it" : "them"} back, or your product fills in nothing there.
        </Notice>
      )}
    </>
  );
}
