"use client";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { MarkdownText } from "#components/dashboard/interactions/markdown-text.ts";
import {
  CategoryPicker,
  CommentBox,
  CorrectionEditor,
  defaultPositiveCategories,
  FeedbackBar,
  type FeedbackSignals,
  httpAdapter,
  ImpactNotice,
  InlineAnnotations,
  StarRating,
  useFeedbackSignals,
} from "#whetstone/react";
import type { ShownDraft } from "./draft-state.ts";
import type { DraftView } from "./draft-views.ts";

/** What the widgets say when the key or the token no longer serves. */
const refusals = {
  key_revoked: "The playground key was revoked, so drafts of this project can no longer be rated here.",
  credentials_invalid: "The playground key is no longer valid. Reload this page.",
  token_expired: "This draft is more than 30 days old and can no longer be rated. Generate a new one.",
};

interface DraftWidgetsProps {
  draft: ShownDraft;
  view: DraftView;
  userId: string;
  publishableKey: string;
  behaviour: RefObject<FeedbackSignals | null>;
}

/**
 * The draft with the whole family of widgets, a few at a time. Every click goes through the public API with the
 * publishable key and the draft's own token, and so does what the reader does without being asked.
 */
export function DraftWidgets({ draft, view, userId, publishableKey, behaviour }: DraftWidgetsProps) {
  const { interactionId, feedbackToken, text, input } = draft;
  const [adapter] = useState(() => httpAdapter({ baseUrl: "", publishableKey, feedbackToken, userId }));
  const answer = useRef<HTMLDivElement>(null);
  const signals = useFeedbackSignals({ interactionId, adapter, answer, question: input });
  useEffect(() => {
    behaviour.current = signals;
    return () => {
      behaviour.current = null;
    };
  }, [behaviour, signals]);
  const common = { interactionId, adapter, texts: { refusals } };
  const reads = view === "rate" || view === "comment";
  return (
    <>
      <ImpactNotice {...common} className="mb-4" />
      <div ref={reads ? answer : undefined} hidden={!reads} className="mb-5 border-line border-b pb-5">
        <MarkdownText text={text} id="draft" />
      </div>
      <Panel shown={view === "rate"}>
        <Asked question="Is this draft helpful?">
          <FeedbackBar {...common} positiveCategories={defaultPositiveCategories} />
        </Asked>
        <Asked question="How close is it to what you would send?">
          <StarRating
            {...common}
            texts={{ refusals, starsGroup: "How close is it to what you would send?" }}
          />
        </Asked>
      </Panel>
      <Panel shown={view === "comment"}>
        <CategoryPicker {...common} />
        <CommentBox {...common} />
      </Panel>
      <Panel shown={view === "highlight"}>
        <InlineAnnotations {...common}>
          <div ref={view === "highlight" ? answer : undefined}>
            <MarkdownText text={text} id="marked" />
          </div>
        </InlineAnnotations>
      </Panel>
      <Panel shown={view === "edit"}>
        <CorrectionEditor {...common} draft={text} />
      </Panel>
    </>
  );
}

/** Widgets that keep what was typed while others are shown. */
function Panel({ shown, children }: { shown: boolean; children: ReactNode }) {
  return (
    <div hidden={!shown} className="space-y-4">
      {children}
    </div>
  );
}

function Asked({ question, children }: { question: string; children: ReactNode }) {
  return (
    <div>
      <p className="mb-1 font-medium text-soft text-sm">{question}</p>
      {children}
    </div>
  );
}
