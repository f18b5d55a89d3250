"use client";
import { useState } from "react";
import { CorrectionEditor, FeedbackBar, httpAdapter, StarRating } from "#whetstone/react";
import type { Desk } from "./desk.ts";
import { DraftOrigin } from "./draft-origin.tsx";
import type { ShownDraft } from "./draft-state.ts";

/** What the widgets say when the key or the token no longer serves. */
const refusals = {
  key_revoked: "The playground’s key was revoked, so drafts of this project can no longer be rated here.",
  credentials_invalid: "The playground’s key is no longer known. Load this page again.",
  token_expired: "This draft is more than 30 days old and can no longer be rated. Write another one.",
};

/**
 * A draft as the end user of a product meets it: to edit, and to rate. Every click goes through the public API with
 * the publishable key and the draft's own token.
 */
export function RateableDraft({ draft, project, userId, publishableKey }: Desk & { draft: ShownDraft }) {
  return (
    <>
      {publishableKey === null ? (
        <p className="whitespace-pre-wrap break-words">{draft.text}</p>
      ) : (
        <Widgets draft={draft} userId={userId} publishableKey={publishableKey} />
      )}
      <DraftOrigin interactionId={draft.interactionId} slug={project.slug} />
    </>
  );
}

interface WidgetsProps {
  draft: ShownDraft;
  userId: string;
  publishableKey: string;
}

function Widgets({ draft, userId, publishableKey }: WidgetsProps) {
  const { interactionId, feedbackToken, text } = draft;
  const [adapter] = useState(() => httpAdapter({ baseUrl: "", publishableKey, feedbackToken, userId }));
  const common = { interactionId, adapter, texts: { refusals } };
  return (
    <>
      <CorrectionEditor {...common} draft={text} />
      <div className="mt-5 space-y-4 border-line border-t pt-4">
        <div>
          <p className="mb-1 font-medium text-soft text-sm">Is this draft any good?</p>
          <FeedbackBar {...common} />
        </div>
        <div>
          <p className="mb-1 font-medium text-soft text-sm">How close is it to what you would send?</p>
          <StarRating
            {...common}
            texts={{ refusals, starsGroup: "How close is it to what you would send?" }}
          />
        </div>
      </div>
    </>
  );
}
