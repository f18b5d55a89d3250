/** The kinds of rating that a widget sends. */
export type RatingType = "binary" | "stars" | "correction" | "comment";

/** What a user thinks of an answer, without saying which answer or who. */
export interface RatingContent {
  rating_type: RatingType;
  /** `binary`: 0 or 1. `stars`: 1 to 5. */
  rating_value?: number | undefined;
  rating_categories?: string[] | undefined;
  /** `correction`: the whole final text. */
  correction_text?: string | undefined;
  feedback_comment?: string | undefined;
  /** What a widget measured, such as `edit` of a correction. */
  metadata?: Record<string, unknown> | undefined;
}

/** The body of `POST /api/feedback`, in the words of the wire. */
export interface FeedbackBody extends RatingContent {
  interaction_id: string;
  /** Made by the client: sending the same id again is the same event. */
  feedback_id?: string | undefined;
  user_id?: string | undefined;
  session_id?: string | undefined;
  /** Stands for the device, where the token names nobody. */
  device_id?: string | undefined;
  /** What logging the interaction answered; with a publishable key it stands for the right to rate. */
  feedback_token?: string | undefined;
}

/** A highlighted passage of an answer. */
export interface AnnotationFields {
  interaction_id: string;
  quote: { exact: string; prefix?: string | undefined; suffix?: string | undefined };
  position?: { start: number; end: number } | undefined;
  category?: string | undefined;
  comment?: string | undefined;
  annotation_id?: string | undefined;
  user_id?: string | undefined;
  session_id?: string | undefined;
  /** Stands for the device, where the token names nobody. */
  device_id?: string | undefined;
  feedback_token?: string | undefined;
}

/** What users can do with an answer without being asked. */
export type SignalName =
  | "copy"
  | "citation_click"
  | "dwell"
  | "regenerate"
  | "rephrase"
  | "follow_up"
  | "accept"
  | "abandon"
  | "session_complete";

/** Something that a user did with an answer. */
export interface SignalFields {
  interaction_id: string;
  signal: SignalName;
  /** Seconds, similarity, … */
  value?: number | undefined;
  /** ISO 8601; the time of receipt where absent, or of the call while the device is offline. */
  occurred_at?: string | undefined;
  signal_id?: string | undefined;
  user_id?: string | undefined;
  session_id?: string | undefined;
  /** Stands for the device, where the token names nobody. */
  device_id?: string | undefined;
  feedback_token?: string | undefined;
}
