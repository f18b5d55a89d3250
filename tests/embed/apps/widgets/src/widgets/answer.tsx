"use client";
import { useMemo, useRef } from "react";
import {
  CategoryPicker,
  CommentBox,
  CorrectionEditor,
  defaultPositiveCategories,
  FeedbackBar,
  httpAdapter,
  ImpactNotice,
  InlineAnnotations,
  StarRating,
  useFeedbackSignals,
} from "whetstone/react";
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
  /** Asks the server what feedback led to. */
  news: boolean;
}

/** A model's answer with everything that its reader can say of it. */
export function Answer({
  server,
  publishableKey,
  feedbackToken,
  interactionId,
  text,
  ...shown
}: AnswerProps) {
  const adapter = useMemo(
    () => httpAdapter({ baseUrl: server, publishableKey, feedbackToken }),
    [server, publishableKey, feedbackToken],
  );
  const answer = useRef<HTMLDivElement>(null);
  const widget = { interactionId, adapter };
  useFeedbackSignals({ ...widget, answer });
  return (
    <main>
      <h1>A mail from support</h1>
      <Section name="Answer">
        <InlineAnnotations {...widget}>
          <div ref={answer}>
            <AnswerText text={text} plain={shown.plain} />
          </div>
        </InlineAnnotations>
      </Section>
      <Section name="Feedback bar">
        <FeedbackBar {...widget} positiveCategories={defaultPositiveCategories} />
      </Section>
      <p>What comes after the bar.</p>
      <Section name="Stars">
        <StarRating {...widget} />
      </Section>
      <Section name="Categories">
        <CategoryPicker {...widget} />
      </Section>
      <Section name="Comment">
        <CommentBox {...widget} />
      </Section>
      <Section name="Editor">
        <CorrectionEditor {...widget} draft={text} />
      </Section>
      {shown.news && (
        <Section name="News">
          <ImpactNotice {...widget} />
        </Section>
      )}
    </main>
  );
}
