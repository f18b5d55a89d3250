import type { FeedbackBody } from "../adapter/bodies.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";

/** The kinds of event that a client sends. */
export type EventType = "interaction" | "feedback" | "annotation" | "signal" | "preference";

/** One AI answer, in the words of the wire: a body of `POST /api/interactions`. */
export interface InteractionFields {
  /** Made by the client where absent. */
  interaction_id?: string | undefined;
  feature_name: string;
  response_text: string;
  model_name: string;
  /** What the user asked. */
  input?: string | undefined;
  /** As sent to the model. */
  prompt_text?: string | undefined;
  prompt_template?: string | undefined;
  prompt_version?: string | undefined;
  retrieved_context?: unknown[] | undefined;
  citations?: unknown[] | undefined;
  model_params?: Record<string, unknown> | undefined;
  response_latency_ms?: number | undefined;
  input_tokens?: number | undefined;
  output_tokens?: number | undefined;
  token_count?: number | undefined;
  cost_usd?: number | undefined;
  finish_reason?: string | undefined;
  /**
   * The answer is still being written, and `response_text` is what there is of it so far, perhaps nothing. It can be
   * rated already; log it again under the same id when there is more.
   */
  in_progress?: boolean | undefined;
  user_id?: string | undefined;
  session_id?: string | undefined;
  tenant?: string | undefined;
  /** BCP 47. */
  language?: string | undefined;
  segment?: string | undefined;
  experiment?: string | undefined;
  variant?: string | undefined;
  metadata?: Record<string, unknown> | undefined;
  /** ISO 8601, for history; the time of receipt where absent. */
  created_at?: string | undefined;
}

/** A rating from a server, which may bring the interaction that it rates along. */
export interface ServerFeedback extends FeedbackBody, Partial<Omit<InteractionFields, keyof FeedbackBody>> {}

/** A named score from a server: of an interaction, or of a whole session where there is no `interaction_id`. */
export interface ScoreFields {
  score_name: string;
  /** Of a score that is a boolean or a number. */
  score_value?: boolean | number | undefined;
  /** Of a score that is a category. */
  score_label?: string | undefined;
  interaction_id?: string | undefined;
  session_id?: string | undefined;
  /** `reviewer` for a teammate, who is never counted with users. */
  source?: "user" | "reviewer" | undefined;
  feedback_comment?: string | undefined;
  /** Made by the client where absent. */
  feedback_id?: string | undefined;
  user_id?: string | undefined;
  metadata?: Record<string, unknown> | undefined;
  /** ISO 8601, for history; the time of receipt where absent. */
  created_at?: string | undefined;
}

/** Which of two answers was preferred. */
export interface PreferenceFields {
  /** Of a tie either of the two. */
  preferred_id: string;
  rejected_id: string;
  /** Neither was preferred. */
  tie?: boolean | undefined;
  comment?: string | undefined;
  /** `reviewer` for a teammate, who is never counted with users. */
  source?: "user" | "reviewer" | undefined;
  /** Made by the client where absent. */
  preference_id?: string | undefined;
  user_id?: string | undefined;
  session_id?: string | undefined;
  /** ISO 8601, for history; the time of receipt where absent. */
  created_at?: string | undefined;
}

/** An event as it waits in a queue. What goes over the wire is made once: a retry is the same event. */
export interface QueuedEvent {
  /** Type and id. */
  key: string;
  type: EventType;
  id: string;
  interactionId: string;
  /** What only the latest event counts of, such as one user's stars for one answer; null if each counts. */
  subject: string | null;
  /** What goes over the wire; "" if the event cannot be written as JSON. */
  json: string;
  bytes: number;
  queuedAt: number;
  /** When it should go at the latest, in milliseconds of `performance.now()`: nobody can set that clock. */
  dueAt: number;
  /** Whether the server may have it already. */
  maybeSent: boolean;
}

/** The server's word on an event that it has taken, in the words of the wire. */
export type EventReceipt = { status: number } & Record<string, unknown>;

/** What the answer to a batch says: of each event in its order, or of all at once. */
export type BatchAnswer =
  | { results: (EventReceipt | FeedbackRefused)[] }
  | {
      failure: FeedbackRefused;
      /** Whether it is certain that nothing left the device. */
      unsent: boolean;
    };

/** What became of a client's events so far. */
export interface QueueCounts {
  /** Waiting, those under way included. */
  queued: number;
  stored: number;
  /** Refused by the server for good. */
  refused: number;
  /** Given up by the client because its queue was full or closed. */
  dropped: number;
}

/** An event that will not be sent, as its sender is told. */
export interface LostEvent {
  type: EventType;
  id: string;
  interactionId: string;
}
