import { sharedClient } from "../client/shared-client.ts";
import type { AnnotationReceipt, FeedbackAdapter, Improvement } from "./adapter.ts";
import { hasCode, readAnswer } from "./http-answer.ts";
import type { HttpAdapterOptions } from "./http-options.ts";
import type { Memory } from "./memory.ts";
import { keepScope } from "./remembered-scopes.ts";
import { inUserWords } from "./user-words.ts";
import { watchMemory } from "./watch-memory.ts";

/** The methods of an adapter that reach the server. */
export type QueuedAdapter = Required<Omit<FeedbackAdapter, "memory">>;

/** The adapter behind `httpAdapter`, with the queue and all that belongs to it, for whom the memory is. */
export function queuedAdapter(options: HttpAdapterOptions, memory?: Memory): QueuedAdapter {
  if (memory?.scope) keepScope(memory.scope);
  if (memory) watchMemory(memory);
  const client = sharedClient(options);
  const who = {
    user_id: options.userId,
    session_id: options.sessionId,
    ...(options.deviceId ? { device_id: options.deviceId } : {}),
  };
  const proof = { feedback_token: options.feedbackToken };
  const remove = async (type: "feedback" | "annotation", id: string) => {
    if (await client.withdraw(type, id)) return;
    const path = type === "feedback" ? "/api/feedback/" : "/api/annotations/";
    // What is not there has been taken back: an earlier try arrived and only its answer was lost.
    await readAnswer(options, "DELETE", path + encodeURIComponent(id), isGone);
  };
  return {
    submit: (feedback, hooks) =>
      inUserWords(() => client.sendFeedback({ ...who, ...feedback, ...proof }, hooks).stored),
    remove: (feedbackId) => inUserWords(() => remove("feedback", feedbackId)),
    keep: (feedbackId, feedback) =>
      client.keepFeedback(feedbackId, feedback && { ...who, ...feedback, ...proof }),
    async annotate(annotation, hooks) {
      const word = await inUserWords(
        () => client.sendAnnotation({ ...who, ...annotation, ...proof }, hooks).stored,
      );
      const { annotation_id, interaction_id, created_at } = word as Partial<AnnotationReceipt>;
      return {
        annotation_id: annotation_id ?? "",
        interaction_id: interaction_id ?? annotation.interaction_id,
        created_at: created_at ?? "",
      };
    },
    removeAnnotation: (annotationId) => inUserWords(() => remove("annotation", annotationId)),
    signal(signal) {
      inUserWords(() => client.sendSignal({ ...who, ...signal, ...proof }).stored).catch(() => {});
    },
    async impact(interactionId) {
      const path = `/api/impact?interaction_id=${encodeURIComponent(interactionId)}`;
      // A server without improvements, or from before there were any, has nothing to tell.
      const answer = await readAnswer(options, "GET", path, ({ status }) => status === 404);
      return improvementsOf(answer);
    },
  };
}

const isGone = (response: Response, answer: unknown): boolean => response.status === 404 && hasCode(answer);

function improvementsOf(answer: unknown): Improvement[] {
  const data = (answer as { data?: unknown } | undefined)?.data;
  return Array.isArray(data) ? (data as Improvement[]) : [];
}
