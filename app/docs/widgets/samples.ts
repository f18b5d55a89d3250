/** From an answer that was logged to a bar below it. */
export const quickStart = (origin: string): string => `"use client";
import { useState } from "react";
import { FeedbackBar, httpAdapter } from "whetstone/react";
import "whetstone/styles.css";

export function Answer({ text, id, token }: { text: string; id: string; token: string }) {
  const [adapter] = useState(() =>
    httpAdapter({ baseUrl: "${origin}", publishableKey: "pk_…", feedbackToken: token }),
  );
  return (
    <>
      <p>{text}</p>
      <FeedbackBar interactionId={id} adapter={adapter} />
    </>
  );
}`;

/** Each widget in a page, as a whole module; \`adapter\` is made as in the quick start. */
export const widgetSamples = {
  FeedbackBar: `import { type FeedbackAdapter, FeedbackBar } from "whetstone/react";

export const Rating = ({ id, adapter }: { id: string; adapter: FeedbackAdapter }) => (
  <FeedbackBar
    interactionId={id}
    adapter={adapter}
    categories={["inaccurate", "too_long", "other"]}
    onSaved={(receipt) => console.log("stored", receipt.feedback_id)}
  />
);`,
  StarRating: `import { type FeedbackAdapter, StarRating } from "whetstone/react";

export const Stars = ({ id, adapter }: { id: string; adapter: FeedbackAdapter }) => (
  <StarRating
    interactionId={id}
    adapter={adapter}
    texts={{ starsGroup: "How useful was this summary?" }}
  />
);`,
  CorrectionEditor: `import { CorrectionEditor, type FeedbackAdapter } from "whetstone/react";

export const Reply = ({ id, draft, adapter }: { id: string; draft: string; adapter: FeedbackAdapter }) => (
  <form action="/send">
    <CorrectionEditor interactionId={id} adapter={adapter} draft={draft} name="reply" />
    <button>Send the mail</button>
  </form>
);`,
};
