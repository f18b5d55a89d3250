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
}

/** The body of `POST /api/feedback`, in the words of the wire. */
export interface FeedbackBody extends RatingContent {
  interaction_id: string;
  /** Made by the client: sending the same id again is the same event. */
  feedback_id?: string | undefined;
  user_id?: string | undefined;
  session_id?: string | undefined;
  metadata?: Record<string, unknown> | undefined;
  /** What logging the interaction answered; with a publishable key it stands for the right to rate. */
  feedback_token?: string | undefined;
}

/** The server's word that a rating is stored. */
export interface Receipt {
  feedback_id: string;
  interaction_id: string;
  /** ISO 8601, UTC. */
  created_at: string;
  message: string;
}

/** Where a rating is that could not be sent yet and will be sent later. */
export interface Kept {
  /** Whether it outlives the page. */
  durable: boolean;
  /** Whether the device is offline; if not, the server is away or asks to wait. */
  offline: boolean;
}

/** What a widget wants to hear of while its rating is on the way. */
export interface SubmitHooks {
  /** The rating could not be sent for now. The submission stays under way until the server has it or refuses it. */
  onKept?: ((kept: Kept) => void) | undefined;
}

/**
 * All that a widget knows of the world. Both methods resolve only when the server has acknowledged, and
 * throw {@link FeedbackRefused} when it has not. Without `remove`, a rating can be changed but not taken back.
 * An adapter that keeps what it cannot send says so by `hooks.onKept`, sends the latest rating of an answer only,
 * and forgets a kept rating when it is removed.
 */
export interface FeedbackAdapter {
  submit(feedback: FeedbackBody, hooks?: SubmitHooks): Promise<Receipt>;
  remove?(feedbackId: string): Promise<void>;
}

/** What a refusal is made of. */
export interface Refusal {
  /** The name of the refusal, as the server gives it (`token_expired`), or our own (`unreachable`). */
  code: string;
  /** The HTTP status; 0 when there was no answer. */
  status: number;
  /** Words to show to the user. */
  detail: string;
  /** Whether the same request may succeed later. */
  retryable: boolean;
  /** How long the server asks to wait, in seconds. */
  retryAfterSeconds?: number | undefined;
}

/** Thrown by an adapter when a rating was not stored or not removed. */
export class FeedbackRefused extends Error implements Refusal {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly retryable: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(refusal: Refusal, options?: ErrorOptions) {
    super(refusal.detail, options);
    this.name = "FeedbackRefused";
    this.code = refusal.code;
    this.status = refusal.status;
    this.detail = refusal.detail;
    this.retryable = refusal.retryable;
    this.retryAfterSeconds = refusal.retryAfterSeconds;
  }
}
