"use client";
import { useState } from "react";
import { CorrectionEditor, FeedbackBar, httpAdapter } from "whetstone/react";
import "whetstone/styles.css";

interface ReplyProps {
  baseUrl: string;
  publishableKey: string;
  draft: string;
  id: string;
  token: string;
}

/** The draft, to be corrected before it is sent, and thumbs. */
export function Reply({ baseUrl, publishableKey, draft, id, token }: ReplyProps) {
  const [adapter] = useState(() => httpAdapter({ baseUrl, publishableKey, feedbackToken: token }));
  return (
    <>
      <CorrectionEditor interactionId={id} adapter={adapter} draft={draft} />
      <FeedbackBar interactionId={id} adapter={adapter} />
    </>
  );
}
