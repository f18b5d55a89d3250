import type { FeedbackAdapter, Receipt } from "../adapter/adapter.ts";
import type { FeedbackBody } from "../adapter/bodies.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";

/** What a submission needs of its host. Read anew for every request, so a host may renew its adapter. */
export interface SubmissionHost {
  /** Which answer is rated, as logging it answered. */
  interactionId: string;
  /** Where ratings go: `httpAdapter(…)`, or one of the host's own. */
  adapter: FeedbackAdapter;
  /** An object that is stored with every rating. */
  metadata?: Record<string, unknown> | undefined;
  /** The server has stored a rating. */
  onSaved?: ((receipt: Receipt, feedback: FeedbackBody) => void) | undefined;
  /** The server has taken a rating back. */
  onRemoved?: ((feedbackId: string) => void) | undefined;
  /** The server has refused, or could not be reached. */
  onRefused?: ((refusal: FeedbackRefused) => void) | undefined;
}
