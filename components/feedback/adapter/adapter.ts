import type { AnnotationFields, FeedbackBody, SignalFields } from "./bodies.ts";
import type { Memory } from "./memory.ts";

/** The server's word that a rating is stored. */
export interface Receipt {
  feedback_id: string;
  interaction_id: string;
  /** ISO 8601, UTC. */
  created_at: string;
  message: string;
}

/** The server's word that a highlighted passage is stored. */
export interface AnnotationReceipt {
  annotation_id: string;
  interaction_id: string;
  /** ISO 8601, UTC. */
  created_at: string;
}

/** A shipped change that users' feedback led to, in the words of the wire. */
export interface Improvement {
  improvement_id: string;
  title: string;
  description?: string | undefined;
  /** ISO 8601, UTC. */
  shipped_at: string;
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
  /** An earlier visit may have sent it already, under the same id. */
  again?: boolean | undefined;
}

/**
 * All that a widget knows of the world. What returns a promise resolves only when the server has acknowledged, and
 * throws a `FeedbackRefused` when it has not. Only `submit` is needed: without `remove` a rating can be changed but not
 * taken back, and a widget that needs another method that is missing says so in its documentation.
 * An adapter that keeps what it cannot send says so by `hooks.onKept`, sends the latest rating of an answer only,
 * and forgets a kept rating when it is removed.
 */
export interface FeedbackAdapter {
  submit(feedback: FeedbackBody, hooks?: SubmitHooks): Promise<Receipt>;
  remove?(feedbackId: string): Promise<void>;
  /**
   * Keeps a rating that is still being written beyond the page, so that it is sent by the next visit if this one ends
   * without a word; null forgets it. Submitting it under the same id takes its place. Nobody waits for it.
   */
  keep?(feedbackId: string, feedback: FeedbackBody | null): void;
  /** Stores a highlighted passage. */
  annotate?(annotation: AnnotationFields, hooks?: SubmitHooks): Promise<AnnotationReceipt>;
  removeAnnotation?(annotationId: string): Promise<void>;
  /** Tells of implicit behaviour. Nobody waits for it, and it never throws. */
  signal?(signal: SignalFields): void;
  /** The shipped improvements that feedback on this answer, or by its user, led to; none yet is an empty list. */
  impact?(interactionId: string): Promise<Improvement[]>;
  /** What this device remembers of the user's feedback, so that it is shown again after a reload. */
  memory?: Memory | undefined;
}
