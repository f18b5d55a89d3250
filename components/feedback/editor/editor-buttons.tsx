"use client";
import type { RefObject } from "react";
import { ChevronIcon } from "../styles/icons.tsx";
import { looks } from "../widget/looks.ts";
import { Notice } from "../widget/notice.tsx";
import type { EditorTexts } from "./editor-texts.ts";
import type { Correction } from "./use-correction.ts";

interface EditorButtonsProps {
  correction: Correction;
  texts: EditorTexts;
  changesId: string;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** What to do with the text, and what became of it. */
export function EditorButtons({ correction, texts, changesId, field }: EditorButtonsProps) {
  const { showsChanges } = correction;
  return (
    <div {...looks("row")}>
      <button
        type="button"
        {...looks("button", correction.sent ? "submit sent" : "submit")}
        data-primary
        data-sent={correction.sent || undefined}
        aria-busy={correction.busy}
        onClick={correction.submit}
      >
        {correction.sent ? texts.sent : texts.submitEdit}
      </button>
      <button type="button" {...looks("button", "copy")} onClick={correction.copy}>
        {texts.copy}
      </button>
      <button
        type="button"
        {...looks("button", "show-changes")}
        aria-expanded={showsChanges}
        aria-controls={showsChanges ? changesId : undefined}
        onClick={correction.toggleChanges}
      >
        {texts.showChanges}
        <ChevronIcon />
      </button>
      <Notice
        outcome={correction.outcome}
        retryLabel={texts.tryAgain}
        onRetry={correction.retry}
        heir={field}
      />
    </div>
  );
}
