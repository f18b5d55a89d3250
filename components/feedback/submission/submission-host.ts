import type { FeedbackAdapter, Receipt } from "../adapter/adapter.ts";
import type { FeedbackBody } from "../adapter/bodies.ts";
import type { FeedbackRefused } from "../adapter/refusal.ts";

/** What a submission needs of its host. Read anew for every request, so a host may renew its adapter. */
export interface SubmissionHost {
  /** The id of the rated interaction, as returned when it was logged. */
  interactionId: string;
  /** Where ratings are sent: `httpAdapter(…)` or your own adapter. */
  adapter: FeedbackAdapter;
  /** An object to store with every rating. */
  metadata?: Record<string, unknown> | undefined;
  /** Called when the server has stored a rating. */
  onSaved?: ((receipt: Receipt, feedback: FeedbackBody) => void) | undefined;
  /** Called when the server has removed a rating. */
  onRemoved?: ((feedbackId: string) => void) | undefined;
  /** Called when the server rejected the request or could not be reached. */
  onRefused?: ((refusal: FeedbackRefused) => void) | undefined;
}
