"use client";
import { useMemo } from "react";
import { CorrectionEditor, FeedbackBar, httpAdapter, StarRating } from "whetstone/react";
import "whetstone/styles.css";
import { AnswerText } from "./answer-text";
import { Section } from "./section";

export interface AnswerProps {
  server: string;
  publishableKey: string;
  interactionId: string;
  feedbackToken: string;
  text: string;
  /** Shows the text as the model wrote it, and not as Markdown. */
  plain: boolean;
}

/** A model's answer with everything that its reader can say of it. */
export function Answer({ server, publishableKey, interactionId, feedbackToken, text, plain }: AnswerProps) {
  const adapter = useMemo(
    () => httpAdapter({ baseUrl: server, publishableKey, feedbackToken }),
    [server, publishableKey, feedbackToken],
  );
  const widget = { interactionId, adapter };
  return (
    <main>
      <h1>A mail from support</h1>
      <AnswerText text={text} plain={plain} />
      <Section name="Feedback bar">
        <FeedbackBar {...widget} />
      </Section>
      <p>What comes after the bar.</p>
      <Section name="Stars">
        <StarRating {...widget} />
      </Section>
      <Section name="Editor">
        <CorrectionEditor {...widget} draft={text} />
      </Section>
    </main>
  );
}
