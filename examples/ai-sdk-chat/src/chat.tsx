import { useChat } from "@ai-sdk/react";
import type { UIMessage } from "ai";
import { useMemo } from "react";
import { createRoot } from "react-dom/client";
import type { FeedbackIds } from "whetstone/ai-sdk";
import { FeedbackBar, httpAdapter } from "whetstone/react";
import "whetstone/styles.css";

/** Where ratings go. */
const settings: { baseUrl: string; publishableKey: string } = await (await fetch("/settings")).json();

function Chat() {
  const { messages, sendMessage, status } = useChat<UIMessage<FeedbackIds>>();
  const isWriting = status === "submitted" || status === "streaming";
  return (
    <main>
      <h1>Ask the harbour</h1>
      {messages.map(({ id, role, parts, metadata }) => (
        <article key={id} aria-label={role}>
          <p>{parts.map((part) => (part.type === "text" ? part.text : "")).join("")}</p>
          {metadata?.feedback_token && (
            <Thumbs {...metadata} waiting={isWriting && id === messages.at(-1)?.id} />
          )}
        </article>
      ))}
      <form action={(form) => void sendMessage({ text: String(form.get("question")) })}>
        <input name="question" aria-label="Your question" required />
        <button type="submit" disabled={isWriting}>
          Ask
        </button>
      </form>
    </main>
  );
}

/** Keeps its place while the answer is written, so that nothing moves when it can be rated. */
function Thumbs({ interaction_id, feedback_token, waiting }: FeedbackIds & { waiting: boolean }) {
  const feedbackToken = feedback_token ?? "";
  const adapter = useMemo(() => httpAdapter({ ...settings, feedbackToken }), [feedbackToken]);
  return <FeedbackBar interactionId={interaction_id} adapter={adapter} waiting={waiting} />;
}

createRoot(document.getElementById("root") as HTMLElement).render(<Chat />);
