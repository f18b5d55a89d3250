import type { AnnotationFields, FeedbackBody, SignalFields } from "./bodies.ts";
import type { Memory } from "./memory.ts";

/** The server's confirmation that a rating is stored. */
export interface Receipt {
  feedback_id: string;
  interaction_id: string;
  /** ISO 8601, UTC. */
  created_at: string;
  message: string;
}

/** The server's confirmation that a highlighted passage is stored. */
export interface AnnotationReceipt {
  annotation_id: string;
  interaction_id: string;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** A shipped improvement that user feedback led to, as the API returns it. */
export interface Improvement {
  improvement_id: string;
  title: string;
  description?: string | undefined;
  /** ISO 8601, UTC. */
  shipped_at: string;
  /** What comes before it where it may not be the reader's doing: "312 people’s feedback shaped this:". */
  lead?: string | null | undefined;
}

/** Where a rating is kept that could not be sent yet. */
export interface Kept {
  /** Whether it survives a page reload. */
  durable: boolean;
  /** Whether the device is offline. If not, the server is unavailable or asked to wait. */
  offline: boolean;
}

/** Callbacks while a rating is being sent. */
export interface SubmitHooks {
  /**
   * Called if the rating cannot be sent yet. The promise stays pending until the server stores or rejects it.
   */
  onKept?: ((kept: Kept) => void) | undefined;
  /** Whether an earlier visit may already have sent it under the same id. */
  again?: boolean | undefined;
}

/**
 * Connects widgets to a backend. Promises resolve only once the server has acknowledged, and reject with a
 * `FeedbackRefused` otherwise. Only `submit` is required: without `remove`, ratings can be changed but not
 * removed, and widgets document which other methods they need. An adapter that keeps ratings for later calls
 * `hooks.onKept`, sends only the latest rating of an answer, and drops a kept rating when it is removed.
 */
export interface FeedbackAdapter {
  submit(feedback: FeedbackBody, hooks?: SubmitHooks): Promise<Receipt>;
  remove?(feedbackId: string): Promise<void>;
  /**
   * Keeps an unfinished rating beyond the page, so that the next visit sends it if this one ends
   * unexpectedly; null discards it. Submitting under the same id replaces it. Does not block.
   */
  keep?(feedbackId: string, feedback: FeedbackBody | null): void;
  /** Stores a highlighted passage. */
  annotate?(annotation: AnnotationFields, hooks?: SubmitHooks): Promise<AnnotationReceipt>;
  removeAnnotation?(annotationId: string): Promise<void>;
  /** Reports implicit behavior. Does not block and never throws. */
  signal?(signal: SignalFields): void;
  /**
   * The shipped improvements that feedback on this answer, or by its user, led to. Empty if there are none.
   * With `read`, the user has read these: they are not told of them again, on any device, and none are returned.
   */
  impact?(interactionId: string, read?: readonly string[]): Promise<Improvement[]>;
  /** The user's feedback remembered by this device, so that it is shown again after a reload. */
  memory?: Memory | undefined;
}
