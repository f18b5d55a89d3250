/** What a client can send. */
export type EventKind = "interaction" | "feedback" | "annotation" | "signal";

/** An event as its client knows it. */
export interface SentEvent {
  kind: EventKind;
  /** Sent as session_id, to find the stored row whoever created its ID. */
  marker: string;
  /** Set by the client; null if the server creates it. */
  id: string | null;
}

/** An event as stored. */
export interface StoredEvent {
  kind: EventKind;
  marker: string | null;
  id: string;
}

/** A request, and the events in it. */
export interface Send {
  path: string;
  body: Record<string, unknown>;
  idempotencyKey?: string;
  events: SentEvent[];
}

/** The field with the ID of each kind of event, in requests and responses. */
export const idFields = {
  interaction: "interaction_id",
  feedback: "feedback_id",
  annotation: "annotation_id",
  signal: "signal_id",
} as const satisfies Record<EventKind, string>;
