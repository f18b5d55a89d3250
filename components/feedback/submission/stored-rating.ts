import type { RatingType } from "../adapter/bodies.ts";
import { withDetails } from "./details.ts";
import type { SubmissionState } from "./submission-state.ts";

/** What the server is known to have been told beside a rating's value. */
export interface StoredDetails {
  /** The id that the server answers with. */
  feedback_id: string;
  /** Category values, as they were ticked. */
  rating_categories?: readonly string[] | null | undefined;
  /** What was written. */
  feedback_comment?: string | null | undefined;
}

/**
 * A rating that the server is known to have, such as one from an earlier visit. It wins over what this device
 * remembers to be stored, of which only the categories and the comment of the very same rating are added where they
 * are not given here. A rating that this device has not been answered about yet, and all that is said on this page,
 * is newer and wins over it.
 */
export interface StoredRating extends StoredDetails {
  /** `binary`: 0 or 1. `stars`: 1 to 5. */
  rating_value: number;
}

/** What a submission begins with where the server has this. */
export function storedSubmission(
  rating_type: RatingType,
  stored: (StoredDetails & { rating_value?: number }) | undefined,
): SubmissionState["stored"] {
  if (!stored) return null;
  const { feedback_id, rating_value, rating_categories, feedback_comment } = stored;
  const details = { categories: rating_categories ?? [], comment: feedback_comment ?? "" };
  return { feedbackId: feedback_id, content: withDetails({ rating_type, rating_value }, details) };
}
