/** What a client can send. */
export type EventKind = "interaction" | "feedback" | "annotation" | "signal";

/** One event as the client that made it knows it. */
export interface SentEvent {
  kind: EventKind;
  /** Travels in session_id, so that a stored row is known again whoever made its id. */
  marker: string;
  /** Made by the client; null where the server makes one. */
  id: string | null;
}

/** One event as it lies in the database. */
export interface StoredEvent {
  kind: EventKind;
  marker: string | null;
  id: string;
}

/** One request, and the events that it carries. */
export interface Send {
  path: string;
  body: Record<string, unknown>;
  idempotencyKey?: string;
  events: SentEvent[];
}

/** The field of a body and of an answer that names an event of each kind. */
export const idFields = {
  interaction: "interaction_id",
  feedback: "feedback_id",
  annotation: "annotation_id",
  signal: "signal_id",
} as const satisfies Record<EventKind, string>;
