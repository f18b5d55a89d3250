"use client";
import type { RefObject } from "react";
import { MarkdownText } from "#components/dashboard/markdown-text.ts";
import type { FeedbackSignals } from "#whetstone/react";
import type { Desk } from "./desk.ts";
import { DraftOrigin } from "./draft-origin.tsx";
import type { ShownDraft } from "./draft-state.ts";
import type { DraftView } from "./draft-views.ts";
import { DraftWidgets } from "./draft-widgets.tsx";

interface RateableDraftProps extends Desk {
  draft: ShownDraft;
  view: DraftView;
  /** Gets what the page may tell of the reader's behaviour, as long as the draft is shown. */
  behaviour: RefObject<FeedbackSignals | null>;
}

/** A draft as the end user of a product meets it, or to read only where nothing can be rated. */
export function RateableDraft({ project, publishableKey, ...rest }: RateableDraftProps) {
  const { draft } = rest;
  return (
    <>
      {publishableKey === null ? (
        <MarkdownText text={draft.text} id="draft" />
      ) : (
        <DraftWidgets {...rest} publishableKey={publishableKey} />
      )}
      <DraftOrigin interactionId={draft.interactionId} slug={project.slug} />
    </>
  );
}
