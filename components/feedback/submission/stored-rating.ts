import type { RatingType } from "../adapter/bodies.ts";
import { withDetails } from "./details.ts";
import type { SubmissionState } from "./submission-state.ts";

/** The categories and comment already stored for a rating. */
export interface StoredDetails {
  /** The id returned by the server. */
  feedback_id: string;
  /** The selected category values. */
  rating_categories?: readonly string[] | null | undefined;
  /** The comment. */
  feedback_comment?: string | null | undefined;
}

/**
 * A rating the server already has, such as one from an earlier visit. It overrides what this device remembers
 * as stored, except that missing categories and comments of the same rating are added. Ratings still being
 * sent from this device, and everything entered on this page, are newer and override it.
 */
export interface StoredRating extends StoredDetails {
  /** `binary`: 0 or 1. `stars`: 1 to 5. */
  rating_value: number;
}

/** The initial state of a submission if the server has this. */
export function storedSubmission(
  rating_type: RatingType,
  stored: (StoredDetails & { rating_value?: number }) | undefined,
): SubmissionState["stored"] {
  if (!stored) return null;
  const { feedback_id, rating_value, rating_categories, feedback_comment } = stored;
  const details = { categories: rating_categories ?? [], comment: feedback_comment ?? "" };
  return { feedbackId: feedback_id, content: withDetails({ rating_type, rating_value }, details) };
}
