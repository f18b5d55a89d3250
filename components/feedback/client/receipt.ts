import type { Receipt } from "../adapter/adapter.ts";
import type { EventReceipt } from "./event.ts";

/** What logging an interaction answers. */
export interface InteractionReceipt {
  interaction_id: string;
  /** Proves that its holder received this answer and may rate it. */
  feedback_token: string;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** The server's word on a rating. */
export const ratingReceipt = (word: EventReceipt): Receipt => ({
  feedback_id: text(word.feedback_id),
  interaction_id: text(word.interaction_id),
  created_at: text(word.created_at),
  message: text(word.message),
});

/** The server's word on an interaction. */
export const interactionReceipt = (word: EventReceipt): InteractionReceipt => ({
  interaction_id: text(word.interaction_id),
  feedback_token: text(word.feedback_token),
  created_at: text(word.created_at),
});

/** The promise, which may be left alone: a refusal that nobody awaits is not an unhandled one. */
export function quiet<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => {});
  return promise;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
