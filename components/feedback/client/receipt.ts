import type { Receipt } from "../adapter/adapter.ts";
import type { EventReceipt } from "./event.ts";

/** The response to logging an interaction. */
export interface InteractionReceipt {
  interaction_id: string;
  /** Proves that its holder received this answer and can rate it. */
  feedback_token: string;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** The server's response to a rating. */
export const ratingReceipt = (word: EventReceipt): Receipt => ({
  feedback_id: text(word.feedback_id),
  interaction_id: text(word.interaction_id),
  created_at: text(word.created_at),
  message: text(word.message),
});

/** The server's response to an interaction. */
export const interactionReceipt = (word: EventReceipt): InteractionReceipt => ({
  interaction_id: text(word.interaction_id),
  feedback_token: text(word.feedback_token),
  created_at: text(word.created_at),
});

/** The promise, marked as handled, so that a refusal that no one awaits is not an unhandled rejection. */
export function quiet<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
