// What somebody else's app does with the package, for package-consumers.test.ts to compile.
import { useRef, useState } from "react";
import {
  type BrowserClient,
  createBrowserClient,
  createServerClient,
  type InteractionFields,
  type ServerClient,
} from "whetstone/client";
import { configure } from "whetstone/embed.js";
import {
  CorrectionEditor,
  type FeedbackAdapter,
  FeedbackBar,
  type FeedbackBarProps,
  type FeedbackBody,
  FeedbackRefused,
  germanTexts,
  httpAdapter,
  InlineAnnotations,
  StarRating,
  type Texts,
  useEditCapture,
  useFeedback,
  useFeedbackSignals,
} from "whetstone/react";
import "whetstone/styles.css";

configure({ server: "https://whetstone.example", key: "pk_1" });

export const client: ServerClient = createServerClient({ baseUrl: "https://w.example", secretKey: "sk_1" });
export const page: BrowserClient = createBrowserClient({ baseUrl: "", publishableKey: "pk_1" });

/** A field that is there or not, as `exactOptionalPropertyTypes` tells apart. */
export function log(fields: InteractionFields, userId: string | undefined): string {
  return client.logInteraction({ ...fields, user_id: userId }).interactionId;
}

/** A text, messages, and whichever of them it is. */
export async function prompts(name: string | undefined): Promise<string[]> {
  const text = await client.getPrompt("greet", { variables: { name }, user: "u1", fallback: "Hi {{name}}" });
  const chat = await client.getPrompt("ask", { fallback: [{ role: "user", content: "Why?" }] });
  const any = await client.getPrompt("any", { label: "staging" });
  log({ feature_name: "f", response_text: "r", model_name: "m", ...text.track }, undefined);
  return [text.text, ...chat.messages.map(({ content }) => content), any.kind === "text" ? any.text : ""];
}

export const ownAdapter: FeedbackAdapter = {
  async submit(feedback: FeedbackBody) {
    if (!feedback.rating_type)
      throw new FeedbackRefused({ code: "no", status: 400, detail: "No.", retryable: false });
    return { feedback_id: "f", interaction_id: feedback.interaction_id, created_at: "", message: "" };
  },
};

interface AnswerProps {
  id: string;
  token: string;
  userId?: string;
  texts?: Partial<Texts>;
  bar?: Omit<FeedbackBarProps, "adapter" | "interactionId">;
}

export function Answer({ id, token, userId, texts = germanTexts, bar }: AnswerProps) {
  const [adapter] = useState(() =>
    httpAdapter({ baseUrl: "https://w.example", publishableKey: "pk_1", feedbackToken: token, userId }),
  );
  const feedback = useFeedback({ interactionId: id, adapter });
  const capture = useEditCapture({ interactionId: id, adapter, draft: "Dear …" });
  const answer = useRef<HTMLDivElement>(null);
  useFeedbackSignals({ interactionId: id, adapter, answer });
  return (
    <div ref={answer}>
      <InlineAnnotations interactionId={id} adapter={adapter}>
        The answer.
      </InlineAnnotations>
      <FeedbackBar interactionId={id} adapter={adapter} texts={texts} {...bar} />
      <StarRating interactionId={id} adapter={ownAdapter} onSaved={({ feedback_id }) => feedback_id} />
      <CorrectionEditor interactionId={id} adapter={adapter} draft="Dear …" />
      <output>{JSON.stringify([feedback, capture])}</output>
    </div>
  );
}
