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

/** Each widget in a page, as a whole module. A test compiles them against the package. */
export const widgetSamples = {
  FeedbackBar: `import { defaultPositiveCategories, type FeedbackAdapter, FeedbackBar } from "whetstone/react";

export const Rating = ({ id, adapter }: { id: string; adapter: FeedbackAdapter }) => (
  <FeedbackBar
    interactionId={id}
    adapter={adapter}
    categories={["inaccurate", "too_long", "other"]}
    positiveCategories={defaultPositiveCategories}
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
  CategoryPicker: `import { CategoryPicker, type FeedbackAdapter } from "whetstone/react";

export const Reasons = ({ id, adapter }: { id: string; adapter: FeedbackAdapter }) => (
  <CategoryPicker
    interactionId={id}
    adapter={adapter}
    categories={["outdated", "wrong_tone", "other"]}
    texts={{ categories: { outdated: "Out of date" } }}
  />
);`,
  CommentBox: `import { CommentBox, type FeedbackAdapter } from "whetstone/react";

export const Remark = ({ id, adapter }: { id: string; adapter: FeedbackAdapter }) => (
  <CommentBox interactionId={id} adapter={adapter} />
);`,
  CorrectionEditor: `import { CorrectionEditor, type FeedbackAdapter } from "whetstone/react";

export const Reply = (props: { id: string; draft: string; adapter: FeedbackAdapter }) => (
  <form action="/send">
    <CorrectionEditor interactionId={props.id} adapter={props.adapter} draft={props.draft} name="reply" />
    <button>Send email</button>
  </form>
);`,
  InlineAnnotations: `import { type FeedbackAdapter, InlineAnnotations } from "whetstone/react";
import Markdown from "react-markdown";

export const Answer = (props: { id: string; text: string; adapter: FeedbackAdapter }) => (
  <InlineAnnotations interactionId={props.id} adapter={props.adapter}>
    <Markdown>{props.text}</Markdown>
  </InlineAnnotations>
);`,
  ImpactNotice: `import { type FeedbackAdapter, ImpactNotice } from "whetstone/react";

export const Thanks = ({ id, adapter }: { id: string; adapter: FeedbackAdapter }) => (
  <ImpactNotice interactionId={id} adapter={adapter} />
);`,
};

/** The hooks that watch what the host draws. */
export const hookSamples = {
  useEditCapture: `import { type FeedbackAdapter, useEditCapture } from "whetstone/react";

export function Composer(props: { id: string; draft: string; adapter: FeedbackAdapter }) {
  const { id: interactionId, draft, adapter } = props;
  const { ref, counts } = useEditCapture({ interactionId, draft, adapter });
  return (
    <form action="/send">
      <textarea ref={ref} name="reply" defaultValue={draft} />
      {counts && <p>{counts.added} words added, {counts.removed} removed</p>}
      <button>Send email</button>
    </form>
  );
}`,
  useFeedbackSignals: `import { useRef } from "react";
import { type FeedbackAdapter, useFeedbackSignals } from "whetstone/react";

export function Answer(props: { id: string; question: string; text: string; adapter: FeedbackAdapter }) {
  const answer = useRef<HTMLDivElement>(null);
  const signals = useFeedbackSignals({
    interactionId: props.id,
    adapter: props.adapter,
    question: props.question,
    answer,
  });
  return (
    <>
      <div ref={answer}>{props.text}</div>
      <button onClick={signals.regenerated}>Regenerate</button>
    </>
  );
}`,
  headless: `import { type FeedbackAdapter, useFeedback } from "whetstone/react";

export function MyThumbs({ id, adapter }: { id: string; adapter: FeedbackAdapter }) {
  const { pressed, press, outcome, retry } = useFeedback({ interactionId: id, adapter });
  return (
    <>
      <button aria-pressed={pressed === 1} onClick={() => press(1)}>Useful</button>
      <button aria-pressed={pressed === 0} onClick={() => press(0)}>Not useful</button>
      <span role="status">{outcome.words}</span>
      {outcome.canRetry && <button onClick={retry}>Try again</button>}
    </>
  );
}`,
};
