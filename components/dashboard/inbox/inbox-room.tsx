"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { joinClasses } from "#components/ui/join-classes.ts";
import { type KeyLabel, KeysDialog } from "../shell/keys-dialog.tsx";
import { InboxDialog } from "./inbox-dialogs.tsx";
import { DetailPane, ListPane } from "./inbox-panes.tsx";
import type { Said } from "./use-changes.ts";
import { type InboxModel, type InboxView, useInbox, useInboxKeys } from "./use-inbox.ts";
import type { ShownDetail } from "./use-shown-item.ts";

const readerKeys: readonly KeyLabel[] = [
  { keys: ["j", "k"], does: "Next and previous item" },
  { keys: ["?"], does: "Show keyboard shortcuts" },
];

const editorKeys: readonly KeyLabel[] = [
  { keys: ["e"], does: "Resolve" },
  { keys: ["f"], does: "Resolve as fixed in a prompt version, or otherwise" },
  { keys: ["a"], does: "Assign to me" },
  { keys: ["w"], does: "Let it wait" },
  { keys: ["u"], does: "Mark as unread" },
  { keys: ["t"], does: "Add a tag" },
  { keys: ["n"], does: "Add a note" },
  { keys: ["x"], does: "Select; keys then act on all that are selected" },
  { keys: ["Esc"], does: "Clear the selection" },
  { keys: ["z"], does: "Undo the last change" },
];

/** The items of a list, and what the shown one is about, side by side where there is room. */
export function InboxRoom(view: InboxView) {
  const inbox = useInbox(view);
  const [helps, setHelps] = useState(false);
  useInboxKeys(inbox, () => setHelps(true));
  const { asked, ask, act, targets, list } = inbox;
  return (
    <>
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(17rem,22rem)_minmax(0,1fr)]">
        <ListPane inbox={inbox} onHelp={() => setHelps(true)} />
        <DetailPane inbox={inbox} />
      </div>
      <SaidBar said={list.said} onUndo={list.undo} />
      <InboxDialog
        asked={asked}
        count={targets.length}
        areProblems={targets.every(({ kind }) => kind === "problem")}
        members={view.members}
        prompt={promptOf(inbox)}
        tags={view.tags}
        onChange={act}
        onClose={() => ask(null)}
      />
      <KeysDialog
        open={helps}
        onClose={() => setHelps(false)}
        words={view.mayEdit ? [...readerKeys.slice(0, 1), ...editorKeys, ...readerKeys.slice(1)] : readerKeys}
      />
    </>
  );
}

/** The prompt whose versions are offered: that of the shown answer, if all that is changed was made with it. */
function promptOf({ targets, item }: InboxModel): ShownDetail["prompt"] {
  const prompt = item.detail?.prompt ?? null;
  return prompt && targets.every(({ answer }) => answer?.promptTemplate === prompt.template) ? prompt : null;
}

/** What came of the last change, to see and to hear, with the way back. */
function SaidBar({ said, onUndo }: { said: Said | null; onUndo: () => void }) {
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-4 z-30 flex justify-center px-4">
      {said && (
        <div
          className={joinClasses(
            "pointer-events-auto flex max-w-xl items-center gap-3 rounded-lg border bg-raised px-4 py-2.5 text-sm shadow-large",
            said.isBad ? "border-bad/40 text-bad" : "border-line text-ink",
          )}
        >
          <span className="min-w-0">{said.text}</span>
          {said.batchId && (
            <Button size="small" aria-keyshortcuts="z" onClick={onUndo}>
              Undo
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
