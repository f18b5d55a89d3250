import { useState } from "react";
import { FeedbackBar, httpAdapter, InlineAnnotations } from "whetstone/react";
import "whetstone/styles.css";

/** What the server says of an answer; without an id and a token it cannot be rated. */
export interface SummaryProps {
  text: string;
  interactionId?: string;
  feedbackToken?: string;
  baseUrl: string;
  publishableKey: string;
}

export function Summary({ text, interactionId, feedbackToken = "", baseUrl, publishableKey }: SummaryProps) {
  const [adapter] = useState(() => httpAdapter({ baseUrl, publishableKey, feedbackToken }));
  if (!interactionId) return <p>{text}</p>;
  const widget = { interactionId, adapter };
  return (
    <main>
      <h1>In short</h1>
      <InlineAnnotations {...widget}>
        <p>{text}</p>
      </InlineAnnotations>
      <FeedbackBar {...widget} />
    </main>
  );
}
